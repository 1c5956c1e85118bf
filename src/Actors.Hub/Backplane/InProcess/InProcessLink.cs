namespace Actors.Hub.Backplane;

/// <summary>How one node's way to an <see cref="InProcessExchange"/> is.</summary>
internal enum InProcessLink
{
    /// <summary>Not started, disposed, or disconnected: what others say meanwhile, it misses.</summary>
    Down,

    /// <summary>All is well.</summary>
    Up,

    /// <summary>Nothing moves, either way, and nobody says so: what can be held is held until it moves again.</summary>
    Hung,

    /// <summary>What it publishes arrives, but it is not told.</summary>
    Unconfirmed,
}
