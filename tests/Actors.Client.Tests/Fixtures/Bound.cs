namespace Actors.Client.Tests.Fixtures;

/// <summary>For how long a test waits for what must come; only a failing test takes so long.</summary>
internal static class Bound
{
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
}
