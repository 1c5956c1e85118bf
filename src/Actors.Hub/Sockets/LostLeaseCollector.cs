using Actors.Datagrams;
using Actors.Hub.Observing;
using Actors.Hub.Rooms;
using Actors.Hub.Services.Desk;
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
    private readonly Func<ActorPath, ListenerWatch?> _watchOf;

    public LostLeaseCollector(DatagramPool pool, HubCounters counters, Func<ActorPath, ListenerWatch?> watchOf)
    {
        _watchOf = watchOf;
        _pool = pool;
        _counters = counters;

        Receive<DeadLetter>(OnDeadLetter);
    }

    public static Props Props(DatagramPool pool, HubCounters counters, Func<ActorPath, ListenerWatch?> watchOf) =>
        Akka.Actor.Props.Create(() => new LostLeaseCollector(pool, counters, watchOf)).WithDispatcher(HubActor.Dispatcher);

    private static IEnumerable<ReceivedDatagram> DatagramsIn(object message) => message switch
    {
        ReceivedDatagram datagram => [datagram],
        RoomCommands.Admit admit => [admit.Datagram],
        RoomCommands.Say say => [say.Cause],
        RoomCommands.TellOperator tell => [tell.Cause],
        DeskCommands.Hear hear => [hear.Cause],
        SocketCommands.SendTo { Cause: { } cause } => [cause],
        SocketCommands.SendToMany { Cause: { } cause } => [cause],
        SocketCommands.Gone gone => gone.Kept,
        DatagramBatch batch => Enumerable.Range(0, batch.Count).Select(i => batch[i]),
        _ => [],
    };

    private void OnDeadLetter(DeadLetter letter)
    {
        foreach (var datagram in DatagramsIn(letter.Message))
        {
            // What became of one that was answered, or is for the operator, has been said.
            if (letter.Message is not (SocketCommands.SendTo or RoomCommands.TellOperator or DeskCommands.Hear))
            {
                _watchOf(letter.Recipient.Path)?.Received(datagram, Verdict.Dropped(DropReason.LostLease));
            }

            Replace(datagram);
        }
    }

    private void Replace(ReceivedDatagram lost)
    {
        _counters.CountDropped(DropReason.LostLease);
        if (lost.IsPooled)
        {
            _pool.Replace();
        }
    }

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));

    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);
}
