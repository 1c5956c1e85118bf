using Actors.Datagrams;
using Actors.Hub.Protocol;
using Akka.Actor;

namespace Actors.Hub.Backplane;

/// <summary>How one listener's room tells the other nodes; every call is the room's own, and none waits.</summary>
/// <param name="setup">The hub's backplane.</param>
/// <param name="listener">Whose room it is.</param>
/// <param name="isShared">Whether its members hear those of other rooms of its name: <see cref="Services.IService.IsShared"/>.</param>
internal sealed class RoomUplink(BackplaneSetup setup, ListenerOptions listener, bool isShared)
{
    /// <summary>A member said this to all.</summary>
    public void Said(LineWriter line, IActorRef room)
    {
        if (!isShared)
        {
            return;
        }

        if (setup.Outgoing.TryTake())
        {
            setup.Actor.Tell(new BackplaneCommands.Said(listener.Room, line.Text.ToArray()), room);
        }
        else
        {
            setup.HubCounters.CountDropped(DropReason.BackplaneBusy);
        }
    }

    public void Joined(EndpointKey endpoint, IActorRef room) =>
        setup.Actor.Tell(new BackplaneCommands.Joined(listener.Name, endpoint, listener.Room, isShared), room);

    public void Left(EndpointKey endpoint, LeaveReason reason, IActorRef room) =>
        setup.Actor.Tell(new BackplaneCommands.Left(listener.Name, endpoint, reason), room);

    /// <summary>Everyone left.</summary>
    public void Closed(LeaveReason reason, IActorRef room) => setup.Actor.Tell(new BackplaneCommands.Closed(listener.Name, reason), room);

    /// <summary>A message from another node, or from a room of the same name, was dealt with.</summary>
    public void Dealt() => setup.Incoming.Return();
}
