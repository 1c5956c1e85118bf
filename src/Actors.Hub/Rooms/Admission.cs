namespace Actors.Hub.Rooms;

/// <summary>What a room decides about an endpoint that knocks.</summary>
internal enum Admission
{
    /// <summary>It is a member already.</summary>
    Member,

    /// <summary>It is to be one, in plain mode.</summary>
    JoinsPlain,

    /// <summary>It is to be one, in line mode.</summary>
    JoinsLines,

    /// <summary>The service does not want it by this datagram: a word to leave, from a stranger.</summary>
    Unwanted,

    /// <summary>It is in quarantine.</summary>
    Quarantined,

    /// <summary>The room is full, and the endpoint is to be told.</summary>
    FullTell,

    /// <summary>The room is full, and the endpoint was told within the last second.</summary>
    FullSilent,

    /// <summary>The hub has said Bye!.</summary>
    Closed,
}
