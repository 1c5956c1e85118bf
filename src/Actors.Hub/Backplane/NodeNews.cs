namespace Actors.Hub.Backplane;

/// <summary>
/// What a node tells every other node of itself. All of it may be lost: what was missed is seen by the roster's version in the next
/// <see cref="Beat"/>, and asked for again.
/// </summary>
/// <param name="From">Who tells it.</param>
public abstract record NodeNews(NodeIncarnation From)
{
    /// <summary>
    /// Members in one news at most. 500 of some 40 bytes are 20 KB; with the longest names, which are 4 bytes a character in UTF-8,
    /// 500 x (24 + 2 x 256) = 268 KB.
    /// </summary>
    public const int MaxMembers = 500;

    /// <summary>It lives.</summary>
    /// <param name="From">Who.</param>
    /// <param name="Version">Of its roster: 0 while nobody ever joined, and one more with each <see cref="RosterChange"/>.</param>
    public sealed record Beat(NodeIncarnation From, long Version) : NodeNews(From);

    /// <summary>Members came and went since the version before.</summary>
    /// <param name="From">Whose roster.</param>
    /// <param name="Version">The version that this makes of the one before.</param>
    /// <param name="Joined">Who came; an endpoint is in a listener's room once, so one that is there is replaced.</param>
    /// <param name="Left">Who went, before any of <paramref name="Joined"/> came.</param>
    public sealed record RosterChange(
        NodeIncarnation From, long Version, IReadOnlyList<RosterMember> Joined, IReadOnlyList<RosterLeft> Left) : NodeNews(From);

    /// <summary>Every member, in parts. The last of a version's parts replaces all that was known.</summary>
    /// <param name="From">Whose roster.</param>
    /// <param name="Version">The version that it is of.</param>
    /// <param name="Part">1 to <paramref name="Parts"/>; they are told in this order.</param>
    /// <param name="Parts">How many make the whole, at least 1.</param>
    /// <param name="Members">The members of this part.</param>
    public sealed record RosterSnapshot(
        NodeIncarnation From, long Version, int Part, int Parts, IReadOnlyList<RosterMember> Members) : NodeNews(From);

    /// <summary>Asks a node for its <see cref="RosterSnapshot"/>.</summary>
    /// <param name="From">Who asks.</param>
    /// <param name="Of">Who is asked; null for every node that hears it.</param>
    public sealed record RosterRequest(NodeIncarnation From, NodeId? Of) : NodeNews(From);

    /// <summary>It stops in good order: its members have heard Bye!.</summary>
    public sealed record Stopping(NodeIncarnation From) : NodeNews(From);
}
