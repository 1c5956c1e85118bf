using System.Runtime.InteropServices;
using Actors.Datagrams;

namespace Actors.Hub.Backplane;

/// <summary>
/// What is known of another node: which life it lives, how far it was heard in each room, and its roster. Decisions only, no actor and no
/// clock. It outlives restarts of its <see cref="PeerNodeActor"/>; and how far it was heard outlives its being lost, since what it
/// said before may come again after.
/// </summary>
internal sealed class PeerState(PeerCounters counters)
{
    /// <summary>Members of a node that are known at most: what one hub is made for. The others are missing in <c>clients</c>.</summary>
    public const int MaxMembers = 1_000_000;

    private const long Unknown = -1;

    private readonly Dictionary<RoomName, long> _heard = [];
    private Dictionary<(string Listener, EndpointKey Endpoint), RosterMember> _roster = [];
    private NodeNews.RosterSnapshot? _lastPart;
    private Dictionary<(string Listener, EndpointKey Endpoint), RosterMember> _parts = [];
    private NodeIncarnation? _life;
    private long _version = Unknown;
    private bool _hasStopped;

    /// <summary>Whether it is missed; so is one that was never heard of.</summary>
    public bool IsLost { get; private set; } = true;

    /// <summary>Its members, in no order.</summary>
    public IReadOnlyCollection<RosterMember> Members => _roster.Values;

    /// <summary>
    /// Something of this life came. The rest must not be told of what is <see cref="PeerSign.Stale"/>. What comes behind the word that it
    /// stops is heard, and does not bring it back.
    /// </summary>
    public PeerSign Sign(NodeIncarnation life)
    {
        if (_life == life)
        {
            return _hasStopped ? PeerSign.Known : Appear();
        }

        if (_life is { } present && !IsLost && life.Number < present.Number)
        {
            return PeerSign.Stale;
        }

        var restarted = !IsLost;
        if (restarted)
        {
            Lose(LeaveReason.NodeLost);
        }

        _life = life;
        _hasStopped = false;
        _heard.Clear();
        Appear();
        return restarted ? PeerSign.Restarted : PeerSign.Appeared;
    }

    /// <summary>Whether a message is new: those of a room come in their order, so one that is not above the last has come before.</summary>
    public bool Hear(BackplaneMessage message)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_heard, message.Room, out _);
        if (message.Sequence <= last)
        {
            return false;
        }

        last = message.Sequence;
        return true;
    }

    /// <summary>Takes what it told; false where something before it was missed, and the roster must be asked for.</summary>
    public bool Take(NodeNews news)
    {
        switch (news)
        {
            case NodeNews.Beat beat:
                return beat.Version == _version;
            case NodeNews.RosterChange change:
                return Take(change);
            case NodeNews.RosterSnapshot part:
                Take(part);
                return true;
            default:
                return true;
        }
    }

    /// <summary>It is gone, and its members with it.</summary>
    /// <returns>How many those were.</returns>
    public int Lose(LeaveReason reason)
    {
        var members = _roster.Count;
        counters.CountLeft(reason, members);
        _roster = [];
        _lastPart = null;
        _version = Unknown;
        IsLost = true;
        _hasStopped = reason == LeaveReason.HubStopping;
        counters.SetAlive(false);
        counters.SetMembers(0);
        return members;
    }

    private PeerSign Appear()
    {
        var wasLost = IsLost;
        IsLost = false;
        counters.SetAlive(true);
        return wasLost ? PeerSign.Appeared : PeerSign.Known;
    }

    private bool Take(NodeNews.RosterChange change)
    {
        if (_version == Unknown || change.Version != _version + 1)
        {
            return change.Version <= _version;
        }

        foreach (var left in change.Left)
        {
            if (_roster.Remove((left.Listener, left.Endpoint)))
            {
                counters.CountLeft(left.Reason);
            }
        }

        Add(_roster, change.Joined);
        _version = change.Version;
        counters.SetMembers(_roster.Count);
        return true;
    }

    /// <summary>Parts come in their order; where one is missing, the next beat shows that the roster is still unknown.</summary>
    private void Take(NodeNews.RosterSnapshot part)
    {
        if (part.Part == 1)
        {
            _parts = [];
        }
        else if (_lastPart is not { } last || last.Version != part.Version || last.Part != part.Part - 1)
        {
            _lastPart = null;
            return;
        }

        _lastPart = part;
        Add(_parts, part.Members);
        if (part.Part == part.Parts)
        {
            (_roster, _parts) = (_parts, []);
            _version = part.Version;
            _lastPart = null;
            counters.SetMembers(_roster.Count);
        }
    }

    private static void Add(Dictionary<(string Listener, EndpointKey Endpoint), RosterMember> roster, IReadOnlyList<RosterMember> members)
    {
        foreach (var member in members)
        {
            if (roster.Count < MaxMembers)
            {
                roster[(member.Listener, member.Endpoint)] = member;
            }
        }
    }
}
