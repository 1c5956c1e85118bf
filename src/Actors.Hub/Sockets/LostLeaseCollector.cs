using Actors.Datagrams;
using Actors.Hub.Rooms;
using Akka.Actor;
using Akka.Event;

namespace Actors.Hub.Sockets;

/// <summary>
/// Replaces the leases of datagrams that died in dead letters, in the mailbox of a client that was stopped say, so that the pool stays
/// whole. They are not released: others may look at a dead letter too.
/// </summary>
internal sealed class LostLeaseCollector : ReceiveActor
{
    private readonly DatagramPool _pool;
    private readonly HubCounters _counters;

    public LostLeaseCollector(DatagramPool pool, HubCounters counters)
    {
        _pool = pool;
        _counters = counters;

        Receive<DeadLetter>(letter => Replace(Leases(letter.Message)));
    }

    public static Props Props(DatagramPool pool, HubCounters counters) =>
        Akka.Actor.Props.Create(() => new LostLeaseCollector(pool, counters)).WithDispatcher(HubActor.Dispatcher);

    private static int Leases(object message) => message switch
    {
        ReceivedDatagram or RoomCommands.Admit or RoomCommands.Say => 1,
        SocketCommands.SendTo { Cause: not null } or SocketCommands.SendToMany { Cause: not null } => 1,
        SocketCommands.Gone gone => gone.Kept.Count,
        DatagramBatch batch => batch.Count,
        _ => 0,
    };

    private void Replace(int leases)
    {
        _counters.CountDropped(DropReason.LostLease, leases);
        for (var i = 0; i < leases; i++)
        {
            _pool.Replace();
        }
    }

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));

    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);
}
