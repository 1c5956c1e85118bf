using System.Diagnostics.CodeAnalysis;
using Actors.Datagrams;
using Actors.Hub.Services;
using Akka.Actor;

namespace Actors.Hub.Rooms;

/// <summary>
/// Who is in a room, who may come in, and who hears what is said: decisions only, no clock, and nobody is told anything. It is made
/// outside the <see cref="RoomActor"/>, so that the room's members outlive a restart of that.
/// </summary>
internal sealed class RoomState(IService service, HubLimits limits)
{
    private readonly Roster _roster = new(capacity: 71);
    private readonly RefusalLimiter _refusals = new();
    private Recipients? _recipients = Recipients.None;

    public IReadOnlyCollection<Member> Members => _roster;

    public Quarantine Quarantine { get; } = new(limits);

    /// <summary>Whether <see cref="Close"/> was called: nobody comes in any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>What becomes of datagrams once the room is closed.</summary>
    public DropReason ClosedFor { get; private set; } = DropReason.HubStopping;

    /// <summary>Everyone who hears what is said now; the same object until somebody joins or leaves.</summary>
    public Recipients Recipients => _recipients ??= Snapshot();

    public bool IsMember(EndpointKey endpoint) => _roster.Contains(endpoint);

    public bool TryGetMember(EndpointKey endpoint, [NotNullWhen(true)] out Member? member) => _roster.TryGet(endpoint, out member);

    /// <summary>Decides about an endpoint by a datagram of it; where the answer is that it joins, <see cref="Join"/> is next.</summary>
    public Admission Admit(EndpointKey endpoint, ReadOnlySpan<byte> datagram, DateTimeOffset now)
    {
        if (IsClosed)
        {
            return Admission.Closed;
        }

        if (IsMember(endpoint))
        {
            return Admission.Member;
        }

        if (Quarantine.Holds(endpoint, now))
        {
            return Admission.Quarantined;
        }

        var reception = service.Meet(datagram);
        if (reception == Reception.Unwanted)
        {
            return Admission.Unwanted;
        }

        if (_roster.Count >= limits.MembersPerRoom)
        {
            return _refusals.MayTell(endpoint, now) ? Admission.FullTell : Admission.FullSilent;
        }

        return reception == Reception.Lines ? Admission.JoinsLines : Admission.JoinsPlain;
    }

    /// <summary>Takes in one that was admitted and has its client now.</summary>
    public void Join(Member member)
    {
        _roster.Set(member);
        _recipients = null;
    }

    /// <summary>A member comes in by another socket from now on, unless it has moved from this one already.</summary>
    public void Move(EndpointKey endpoint, IActorRef from, IActorRef to)
    {
        if (_roster.TryGet(endpoint, out var member) && member.Socket.Equals(from))
        {
            _roster.Set(member with { Socket = to });
        }
    }

    /// <summary>Takes a member out; false where this client does not serve it, or does no longer.</summary>
    public bool Leave(EndpointKey endpoint, IActorRef client, [NotNullWhen(true)] out Member? member)
    {
        if (!_roster.Remove(endpoint, client, out member))
        {
            return false;
        }

        _recipients = null;
        return true;
    }

    /// <summary>Takes everyone out, for good; returns who they were.</summary>
    public Recipients Close(DropReason reason = DropReason.HubStopping)
    {
        ClosedFor = reason;
        var everyone = Recipients;
        IsClosed = true;
        _roster.Clear();
        _recipients = Recipients.None;
        return everyone;
    }

    private Recipients Snapshot()
    {
        var lines = new EndpointKey[_roster.Count(member => member.LineMode)];
        var plain = new EndpointKey[_roster.Count - lines.Length];
        var (nextLine, nextPlain) = (0, 0);
        foreach (var member in _roster)
        {
            if (member.LineMode)
            {
                lines[nextLine++] = member.Endpoint;
            }
            else
            {
                plain[nextPlain++] = member.Endpoint;
            }
        }

        return new Recipients(new DestinationList(plain), new DestinationList(lines));
    }
}
