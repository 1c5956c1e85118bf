namespace Akka;

/// <summary>The answer of a task that answers nothing but that it is done.</summary>
public sealed class Done
{
    /// <summary>The one there is.</summary>
    public static readonly Done Instance = new();

    private Done()
    {
    }
}
