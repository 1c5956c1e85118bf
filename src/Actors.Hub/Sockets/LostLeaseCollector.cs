using Actors.Datagrams;
using Actors.Hub.Observing;
using Actors.Hub.Rooms;
using Actors.Hub.Services.Desk;
using Akka.Actor;
using Akka.Event;

namespace Actors.Hub.Sockets;

/// <summary>
/// Replaces what died in dead letters, in the mailbox of a client that was stopped say: leases of datagrams and outgoing messages, so that
/// their pools stay whole. They are not released: others may look at a dead letter too.
/// </summary>
internal sealed class LostLeaseCollector : ReceiveActor
{
    private readonly DatagramPool _pool;
    private readonly OutgoingMessagePool _messages;
    private readonly HubCounters _counters;
    private readonly Func<ActorPath, ListenerWatch?> _watchOf;

    public LostLeaseCollector(
        DatagramPool pool, OutgoingMessagePool messages, HubCounters counters, Func<ActorPath, ListenerWatch?> watchOf)
    {
        _watchOf = watchOf;
        _pool = pool;
        _messages = messages;
        _counters = counters;

        Receive<DeadLetter>(OnDeadLetter);
    }

    public static Props Props(
        DatagramPool pool, OutgoingMessagePool messages, HubCounters counters, Func<ActorPath, ListenerWatch?> watchOf) =>
        Akka.Actor.Props.Create(() => new LostLeaseCollector(pool, messages, counters, watchOf)).WithDispatcher(HubActor.Dispatcher);

    private static IEnumerable<ReceivedDatagram> DatagramsIn(object message) => message switch
    {
        ReceivedDatagram datagram => [datagram],
        RoomCommands.Admit admit => [admit.Datagram],
        RoomEvents.Moving moving => [moving.Datagram],
        RoomCommands.HandedOver handedOver => [handedOver.Moving.Datagram],
        OutgoingMessage { Cause: { } cause } => [cause],
        SocketCommands.Gone gone => gone.Kept,
        DatagramBatch batch => Enumerable.Range(0, batch.Count).Select(i => batch[i]),
        _ => [],
    };

    private static OutgoingMessage? MessageIn(object message) => message switch
    {
        OutgoingMessage outgoing => outgoing,
        RoomCommands.TellOperator tell => tell.Message,
        DeskCommands.Hear hear => hear.Message,
        _ => null,
    };

    private void OnDeadLetter(DeadLetter letter)
    {
        var message = MessageIn(letter.Message);
        if (message is { IsPooled: true })
        {
            _messages.Replace();
        }

        foreach (var datagram in DatagramsIn(message ?? letter.Message))
        {
            // What became of one that was answered, or is for the operator, has been said.
            if (message is null or { IsRoomTraffic: true })
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
