namespace Actors.Hub.Backplane;

/// <summary>What a sign of life of a node means.</summary>
internal enum PeerSign
{
    /// <summary>It lives on.</summary>
    Known,

    /// <summary>It is there for the first time, or again after it was lost.</summary>
    Appeared,

    /// <summary>It has begun a new life, and the one before had not been missed.</summary>
    Restarted,

    /// <summary>It is of a life before the present one: it comes too late.</summary>
    Stale,
}
