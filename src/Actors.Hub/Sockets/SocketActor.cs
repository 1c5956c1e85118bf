using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Rooms;
using Akka.Actor;
using Akka.Event;

namespace Actors.Hub.Sockets;

/// <summary>
/// One of a listener's sockets: brings each datagram to its endpoint's client, and, if it is the first, sends what it is told to send.
/// <code>
/// datagram ─▶ endpoint known ─▶ its client
///          ─▶ unknown ─ Admit ─▶ room ─ Admitted ─▶ known, and what was held goes to the client
///                                     ─ Refused ──▶ the next one held is asked for, or forgotten
/// room ─ Moving, since the endpoint comes in by another socket now ─▶ forgotten, behind what came for it ─ HandedOver ─▶ room
/// room ─ Leaving ─▶ held from now on, Released ─▶ client ─ Gone ─▶ what it kept, then what was held: asked anew, or forgotten
/// message to many ─▶ collected ─ Flush, behind all that the mailbox holds ─▶ those to the same recipients are sent together
/// message to one ──▶ what was collected is sent, then this
/// </code>
/// Nothing waits for a timer. What is collected is sent before a quit or an eviction takes effect; a join needs no such care, since what is
/// said after it has other recipients.
/// <para/>
/// The room owns the table of endpoints; the one here is what it answered. A restart forgets it and asks again; port and thread are the
/// <see cref="Shard"/>'s, what waits to be sent is the <see cref="Listener"/>'s, and they live on.
/// </summary>
internal sealed class SocketActor : ReceiveActor
{
    private readonly Roster _served = new(capacity: 29);
    private readonly Dictionary<EndpointKey, EndpointEntry> _unserved = [];
    private readonly Shard _shard;
    private readonly IActorRef _room;
    private readonly IActorRef _sending;
    private readonly HubCounters _counters;

    public SocketActor(Shard shard, IActorRef room, IActorRef? sending, HubCounters counters)
    {
        _shard = shard;
        _room = room;
        _sending = sending ?? Self;
        _counters = counters;

        Receive<DatagramBatch>(OnBatch);
        Receive<OutgoingMessage>(OnMessage);
        Receive<SocketCommands.Flush>(_ => OnFlush());
        Receive<RoomEvents.Admitted>(OnAdmitted);
        Receive<RoomEvents.Refused>(OnRefused);
        Receive<RoomEvents.Moving>(OnMoving);
        Receive<SocketCommands.Leaving>(OnLeaving);
        Receive<SocketCommands.Left>(left => SendBefore(left.Endpoint));
        Receive<SocketCommands.Gone>(gone => OnGone(gone.Endpoint, Sender, gone.Kept));
        Receive<RoomEvents.ClientStopped>(OnClientStopped);
        Receive<SocketCommands.Close>(_ => Then(Listener.Dispose));
        Receive<SocketCommands.Confirm>(confirm => Then(() => confirm.ReplyTo.Tell(confirm.Reply)));
    }

    /// <summary>How to make one.</summary>
    /// <param name="shard">Its socket.</param>
    /// <param name="room">Who admits endpoints.</param>
    /// <param name="sending">The listener's first, which sends; null for that one itself.</param>
    /// <param name="counters">Where it counts.</param>
    public static Props Props(Shard shard, IActorRef room, IActorRef? sending, HubCounters counters) =>
        Akka.Actor.Props.Create(() => new SocketActor(shard, room, sending, counters)).WithDispatcher(HubActor.Dispatcher);

    private Listener Listener => _shard.Listener;

    /// <summary>That of the one that sends; no other may touch it.</summary>
    private Outbox Outbox => Listener.Outbox;

    private bool Sends => _sending.Equals(Self);

    private void OnBatch(DatagramBatch batch)
    {
        var next = 0;
        try
        {
            while (next < batch.Count && !Listener.IsHushed)
            {
                Route(batch[next]);
                next++;
            }
        }
        finally
        {
            for (; next < batch.Count; next++)
            {
                Drop(batch[next], Listener.IsHushed ? DropReason.HubStopping : DropReason.ListenerRestarted);
            }

            _counters.CountReceived(batch.Count);
            batch.Release();
        }
    }

    private void Route(ReceivedDatagram datagram)
    {
        var endpoint = datagram.Source;
        if (_served.TryGet(endpoint, out var member))
        {
            member.Client.Tell(datagram);
        }
        else if (_unserved.TryGetValue(endpoint, out var entry))
        {
            entry.Hold(datagram);
        }
        else
        {
            RouteStranger(endpoint, datagram);
        }
    }

    private void RouteStranger(EndpointKey endpoint, ReceivedDatagram datagram)
    {
        if (Listener.Own.Contains(endpoint))
        {
            Drop(datagram, DropReason.FromItself);
            return;
        }

        _unserved.Add(endpoint, new EndpointEntry());
        _room.Tell(new RoomCommands.Admit(datagram));
    }

    private void OnAdmitted(RoomEvents.Admitted admitted)
    {
        var member = admitted.Member;
        _served.Set(member);
        // There is no entry where the room was asked before a restart.
        if (_unserved.Remove(member.Endpoint, out var entry))
        {
            while (entry.TryTakeHeld(out var datagram))
            {
                member.Client.Tell(datagram);
            }

            HandOver(entry.Moving);
        }
    }

    private void OnRefused(RoomEvents.Refused refused)
    {
        if (_unserved.TryGetValue(refused.Endpoint, out var entry) && entry.IsAsked)
        {
            AskOrForget(refused.Endpoint, entry);
        }
    }

    /// <summary>What was told this actor before has gone to the client. What is held goes there first, or elsewhere.</summary>
    private void OnMoving(RoomEvents.Moving moving)
    {
        if (_unserved.TryGetValue(moving.Datagram.Source, out var entry))
        {
            entry.AnswerLater(moving);
        }
        else
        {
            _served.Remove(moving.Datagram.Source);
            _room.Tell(new RoomCommands.HandedOver(moving));
        }
    }

    private void HandOver(IReadOnlyList<RoomEvents.Moving> waiting)
    {
        foreach (var moving in waiting)
        {
            OnMoving(moving);
        }
    }

    private void OnLeaving(SocketCommands.Leaving leaving)
    {
        if (_served.Remove(leaving.Endpoint, leaving.Client, out _))
        {
            _unserved.Add(leaving.Endpoint, new EndpointEntry(leaving.Client));
        }

        try
        {
            SendBefore(leaving.Endpoint);
        }
        finally
        {
            leaving.Client.Tell(ClientCommands.Released.Instance);
        }
    }

    private void OnClientStopped(RoomEvents.ClientStopped stopped)
    {
        var (endpoint, client, _, _) = stopped.Member;
        if (_served.Remove(endpoint, client, out _))
        {
            SendBefore(endpoint);
        }
        else
        {
            OnGone(endpoint, client, []);
        }
    }

    private void OnGone(EndpointKey endpoint, IActorRef client, IReadOnlyList<ReceivedDatagram> kept)
    {
        if (_unserved.TryGetValue(endpoint, out var entry) && entry.IsOf(client))
        {
            entry.GoneWith(kept);
            AskOrForget(endpoint, entry);
            return;
        }

        // A restart lost its entry, or the room told of this client's end before; the endpoint may be served by another already.
        foreach (var datagram in kept)
        {
            Route(datagram);
        }
    }

    private void AskOrForget(EndpointKey endpoint, EndpointEntry entry)
    {
        if (entry.TryTakeHeld(out var datagram))
        {
            _room.Tell(new RoomCommands.Admit(datagram));
        }
        else
        {
            _unserved.Remove(endpoint);
            HandOver(entry.Moving);
        }
    }

    private void OnMessage(OutgoingMessage message)
    {
        if (message.Recipients is null)
        {
            Reply(message);
        }
        else
        {
            Outbox.Add(message);
            AwaitTurn();
        }
    }

    /// <summary>In its order with what the turn still allows, past what waits for the next one.</summary>
    private void Reply(OutgoingMessage message)
    {
        try
        {
            SendWaiting();
            Outbox.SendNow(message, Context.System.Scheduler);
        }
        catch
        {
            _counters.CountDropped(DropReason.ListenerRestarted);
            throw;
        }
        finally
        {
            message.Release();
        }
    }

    /// <summary>What an endpoint has yet to hear, as far as the turn allows; nothing after it.</summary>
    private void SendBefore(EndpointKey left)
    {
        if (!Sends)
        {
            return;
        }

        try
        {
            SendWaiting();
        }
        finally
        {
            Outbox.Left(left);
        }
    }

    private void OnFlush()
    {
        Outbox.AwaitsTurn = false;
        Outbox.BeginTurn();
        SendWaiting();
    }

    private void Then(Action action)
    {
        Outbox.Then(action);
        SendWaiting();
    }

    /// <summary>What is too much for one turn waits until what has come meanwhile was heard.</summary>
    private void SendWaiting()
    {
        try
        {
            Outbox.Send(Context.System.Scheduler, onlyOwn: Listener.IsHushed);
        }
        finally
        {
            if (!Outbox.IsEmpty)
            {
                AwaitTurn();
            }
        }
    }

    private void AwaitTurn()
    {
        if (!Outbox.AwaitsTurn)
        {
            Outbox.AwaitsTurn = true;
            Self.Tell(SocketCommands.Flush.Instance);
        }
    }

    private void Drop(ReceivedDatagram datagram, DropReason reason)
    {
        Listener.Watch.Release(datagram, Verdict.Dropped(reason));
        _counters.CountDropped(reason);
    }

    private void GiveUpHeld(DropReason reason)
    {
        foreach (var entry in _unserved.Values)
        {
            while (entry.TryTakeHeld(out var datagram))
            {
                Drop(datagram, reason);
            }

            foreach (var moving in entry.Moving)
            {
                _room.Tell(new RoomCommands.HandedOver(moving));
            }
        }
    }

    protected override void PreStart()
    {
        _room.Tell(new RoomCommands.Attach(_sending));
        var (self, scheduler, log) = (Self, Context.System.Scheduler, Context.GetLogger());
        _shard.Start(
            batch => self.Tell(batch, ActorRefs.NoSender),
            () => scheduler.Now,
            failure => log.Error(failure, "The receive thread of listener {0} failed and goes on.", _shard.Name));
    }

    /// <summary>The listener lives on; the table does not, which may have been the fault.</summary>
    protected override void PreRestart(Exception reason, object message) => GiveUpHeld(DropReason.ListenerRestarted);

    /// <summary>Not <see cref="PreStart"/>: the thread runs.</summary>
    protected override void PostRestart(Exception reason)
    {
    }

    protected override void PostStop()
    {
        _shard.Dispose();
        GiveUpHeld(DropReason.HubStopping);
        if (Sends)
        {
            Outbox.Clear(DropReason.SendClosed);
        }
    }
}
