namespace Actors.Hub;

/// <summary>What became of the operator's answer.</summary>
public enum DeskOutcome
{
    /// <summary>It is on its way.</summary>
    Sent,

    /// <summary>Nobody waits, or nobody of that name or endpoint has written.</summary>
    NobodyThere,

    /// <summary>It was longer than <see cref="DeskQueries.MaxReplyBytes"/>; nothing was sent.</summary>
    TooLong,
}
