using Actors.Datagrams;

namespace Actors.Hub.Backplane;

/// <summary>What a <see cref="BackplaneActor"/> is told and asked.</summary>
internal static class BackplaneCommands
{
    /// <summary>From a room: a member of it said this. It has a credit of <see cref="BackplaneSetup.Outgoing"/>.</summary>
    public sealed record Said(RoomName Room, ReadOnlyMemory<byte> Line);

    /// <summary>From a room: somebody came. It hears what is said elsewhere where the room is shared.</summary>
    public sealed record Joined(string Listener, EndpointKey Endpoint, RoomName Room, bool IsShared);

    /// <summary>From a room: somebody went.</summary>
    public sealed record Left(string Listener, EndpointKey Endpoint, LeaveReason Reason);

    /// <summary>From a room: everyone went.</summary>
    public sealed record Closed(string Listener, LeaveReason Reason);

    /// <summary>From the backplane: it is connected.</summary>
    public sealed record Up(long Connection);

    /// <summary>From the backplane: it is not connected.</summary>
    public sealed record Down(string Why);

    /// <summary>From the backplane: something was said on another node. It has a credit of <see cref="BackplaneSetup.Incoming"/>.</summary>
    public sealed record Heard(BackplaneMessage Message);

    /// <summary>From the backplane: another node told something. It has a credit of <see cref="BackplaneSetup.Incoming"/>.</summary>
    public sealed record Told(NodeNews News);

    /// <summary>From the backplane: what became of a message.</summary>
    public sealed record Settled(BackplaneMessage Message, PublishOutcome Outcome);

    /// <summary>From the backplane: something failed within it that nobody waits for.</summary>
    public sealed record Overlooked(string Why);

    /// <summary>From a peer's actor: its roster must be asked for.</summary>
    public sealed record AskRoster(NodeId Of);

    /// <summary>From a peer's actor: it was lost so long ago that it can be forgotten.</summary>
    public sealed record Forget(NodeId Node);

    /// <summary>From itself: a heartbeat is due.</summary>
    public sealed record Beat
    {
        public static readonly Beat Instance = new();
    }

    /// <summary>From the hub, which has said Bye!: the others are to know.</summary>
    public sealed record Stop
    {
        public static readonly Stop Instance = new();
    }

    /// <summary>Asks for every member of every other node. Answer: <see cref="ClientsReport"/>.</summary>
    public sealed record DescribeClients
    {
        public static readonly DescribeClients Instance = new();
    }

    /// <summary>Asks for every room of every other node. Answer: <see cref="RoomsReport"/>.</summary>
    public sealed record DescribeRooms
    {
        public static readonly DescribeRooms Instance = new();
    }
}
