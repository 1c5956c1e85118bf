using System.Collections.Immutable;
using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Backplane;

/// <summary>
/// This node's members, as the others are told of them, and which actors have members of which room. It outlives restarts of the
/// <see cref="BackplaneActor"/>.
/// </summary>
internal sealed class LocalRoster
{
    /// <summary>
    /// Changes that may wait to be told; where more came between two beats, the others see that they missed something, and ask for it all.
    /// 50,000 are some 5 MB.
    /// </summary>
    public const int MaxChanges = 50_000;

    private readonly record struct Key(string Listener, EndpointKey Endpoint);

    private readonly Dictionary<Key, RosterMember> _members = [];
    private readonly Dictionary<RoomName, ImmutableDictionary<IActorRef, int>> _rooms = [];
    private readonly Dictionary<Key, RosterMember> _joined = [];
    private readonly Dictionary<Key, RosterLeft> _left = [];
    private bool _tooManyChanges;

    /// <summary>Of what the others have been told.</summary>
    public long Version { get; private set; }

    public int Members => _members.Count;

    /// <summary>The actors that have members in a room of this name now.</summary>
    public IEnumerable<IActorRef> RoomsOf(RoomName room) => _rooms.TryGetValue(room, out var actors) ? actors.Keys : [];

    /// <summary>Somebody came; returns whether it is the first that hears what is said elsewhere in a room of that name.</summary>
    /// <param name="member">Who.</param>
    /// <param name="room">The actor of its room, where that is shared.</param>
    public bool Join(RosterMember member, IActorRef? room)
    {
        var key = new Key(member.Listener, member.Endpoint);
        if (!_members.TryAdd(key, member))
        {
            return false;
        }

        Change(key, member, null);
        if (room is null)
        {
            return false;
        }

        var actors = _rooms.GetValueOrDefault(member.Room) ?? ImmutableDictionary<IActorRef, int>.Empty;
        _rooms[member.Room] = actors.SetItem(room, actors.GetValueOrDefault(room) + 1);
        return actors.IsEmpty;
    }

    /// <summary>Somebody went; returns the room whose last member that hears it was.</summary>
    public RoomName? Leave(string listener, EndpointKey endpoint, LeaveReason reason, IActorRef room)
    {
        var key = new Key(listener, endpoint);
        if (!_members.Remove(key, out var member))
        {
            return null;
        }

        Change(key, null, new RosterLeft(endpoint, listener, reason));
        if (!_rooms.TryGetValue(member.Room, out var actors) || !actors.TryGetValue(room, out var members))
        {
            return null;
        }

        actors = members > 1 ? actors.SetItem(room, members - 1) : actors.Remove(room);
        if (!actors.IsEmpty)
        {
            _rooms[member.Room] = actors;
            return null;
        }

        _rooms.Remove(member.Room);
        return member.Room;
    }

    /// <summary>Everyone of a listener, for when its room has closed.</summary>
    public IReadOnlyList<EndpointKey> EndpointsOf(string listener) =>
        [.. _members.Keys.Where(key => key.Listener == listener).Select(key => key.Endpoint)];

    /// <summary>How long one has been silent, for the next snapshot.</summary>
    public void Report(ClientLine line)
    {
        var key = new Key(line.Listener, line.Endpoint);
        if (_members.TryGetValue(key, out var member))
        {
            _members[key] = member with { Silent = line.Silent };
        }
    }

    /// <summary>What has changed since this was last called, in as many news as it takes.</summary>
    public IEnumerable<NodeNews.RosterChange> TakeChanges(NodeIncarnation self)
    {
        if (_tooManyChanges)
        {
            _tooManyChanges = false;
            Version++;
            yield break;
        }

        var (joined, left) = (_joined.Values.ToArray(), _left.Values.ToArray());
        _joined.Clear();
        _left.Clear();
        foreach (var part in left.Chunk(NodeNews.MaxMembers))
        {
            yield return new NodeNews.RosterChange(self, ++Version, [], part);
        }

        foreach (var part in joined.Chunk(NodeNews.MaxMembers))
        {
            yield return new NodeNews.RosterChange(self, ++Version, part, []);
        }
    }

    /// <summary>Everyone, as of now; the changes must have been taken.</summary>
    public IEnumerator<NodeNews.RosterSnapshot> Snapshot(NodeIncarnation self)
    {
        var parts = _members.Values.Chunk(NodeNews.MaxMembers).DefaultIfEmpty([]).ToArray();
        var version = Version;
        return parts.Select((members, i) => new NodeNews.RosterSnapshot(self, version, i + 1, parts.Length, members)).GetEnumerator();
    }

    /// <summary>One who came and went is told of as gone, which nobody minds; one who went and came, as both.</summary>
    private void Change(Key key, RosterMember? joined, RosterLeft? left)
    {
        if (_tooManyChanges)
        {
            return;
        }

        if (joined is not null)
        {
            _joined[key] = joined;
        }
        else
        {
            _joined.Remove(key);
            _left[key] = left!;
        }

        if (_joined.Count + _left.Count > MaxChanges)
        {
            _joined.Clear();
            _left.Clear();
            _tooManyChanges = true;
        }
    }
}
