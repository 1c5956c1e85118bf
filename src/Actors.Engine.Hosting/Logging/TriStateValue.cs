namespace Akka.Hosting;

/// <summary>Whether dead letters are logged.</summary>
public enum TriStateValue
{
    /// <summary>None.</summary>
    None,

    /// <summary>Every one.</summary>
    All,

    /// <summary>As many as <see cref="DeadLetterOptions.LogCount"/> says.</summary>
    Some,
}
