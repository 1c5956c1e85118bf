using Actors.Datagrams;
using Actors.Hub.Services;

namespace Actors.Hub.Rooms;

/// <summary>
/// Who is in a room, who may come in, and who hears what is said: decisions only, no actor and no clock. It is made outside the
/// <see cref="RoomActor"/>, so that the room's members outlive a restart of that.
/// </summary>
internal sealed class RoomState(IService service, HubLimits limits)
{
    private readonly Dictionary<EndpointKey, bool> _inLineMode = [];
    private readonly RefusalLimiter _refusals = new();
    private Recipients? _recipients = Recipients.None;

    public int Members => _inLineMode.Count;

    public Quarantine Quarantine { get; } = new(limits);

    /// <summary>Whether <see cref="Close"/> was called: nobody comes in any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>What becomes of datagrams once the room is closed.</summary>
    public DropReason ClosedFor { get; private set; } = DropReason.HubStopping;

    /// <summary>Everyone who hears what is said now; the same object until somebody joins or leaves.</summary>
    public Recipients Recipients => _recipients ??= Snapshot();

    public bool IsMember(EndpointKey endpoint) => _inLineMode.ContainsKey(endpoint);

    /// <summary>Decides about an endpoint by a datagram of it; where the answer is that it joined, it is a member from now on.</summary>
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

        if (Members >= limits.MembersPerRoom)
        {
            return _refusals.MayTell(endpoint, now) ? Admission.FullTell : Admission.FullSilent;
        }

        var lineMode = reception == Reception.Lines;
        _inLineMode.Add(endpoint, lineMode);
        _recipients = null;
        return lineMode ? Admission.JoinedLines : Admission.JoinedPlain;
    }

    /// <summary>Takes a member out; false for one that is none.</summary>
    public bool Leave(EndpointKey endpoint)
    {
        if (!_inLineMode.Remove(endpoint))
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
        _inLineMode.Clear();
        _recipients = Recipients.None;
        return everyone;
    }

    private Recipients Snapshot()
    {
        var lines = new EndpointKey[_inLineMode.Values.Count(lineMode => lineMode)];
        var plain = new EndpointKey[Members - lines.Length];
        var (nextLine, nextPlain) = (0, 0);
        foreach (var (endpoint, lineMode) in _inLineMode)
        {
            if (lineMode)
            {
                lines[nextLine++] = endpoint;
            }
            else
            {
                plain[nextPlain++] = endpoint;
            }
        }

        return new Recipients(plain, lines);
    }
}
