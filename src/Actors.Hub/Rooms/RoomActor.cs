using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Protocol;
using Actors.Hub.Services.Desk;
using Actors.Hub.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Actors.Hub.Rooms;

/// <summary>
/// A listener's room: does what its <see cref="RoomState"/> decides, and supervises the clients of its members.
/// <code>
/// a stranger's datagram ─ Admit ─┬─▶ client made, watched, told the datagram ─▶ Admitted
///                                └─▶ dropped, counted, perhaps told why ──────▶ Refused
/// client ─ OutgoingMessage ─ gets its recipients ─▶ socket; and its line goes to the uplink, where there is one
/// another node, or a room of the same name ─ Hear ─ waits its turn, becomes a message for every member ─▶ socket
/// client ─ TellOperator ─▶ the hub, for its desk
/// a member's by another socket ─ Moving ─▶ the one until now ─ HandedOver ─▶ as above
/// client ─ Leave ─▶ member no more ─ Leaving ─▶ its socket, and so on to the client, which stops ─ ClientStopped ─▶ forgotten
/// client ─ StopService ─▶ everyone out, for good, and the socket closed
/// client fails ─▶ restarted; the fifth time within a minute ─▶ ClientStopped without Leave ─▶ endpoint in quarantine
/// </code>
/// A restart of this actor forgets nobody: the state is the <see cref="RoomSetup"/>'s, and the clients live on.
/// </summary>
internal sealed class RoomActor : ReceiveActor
{
    // Four restarts within the minute; the failure after them stops.
    private const int RestartsAMinute = 4;

    private readonly RoomSetup _setup;
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public RoomActor(RoomSetup setup)
    {
        _setup = setup;

        Receive<OutgoingMessage>(OnSay);
        Receive<RoomCommands.Hear>(OnHear);
        Receive<RoomCommands.HeardWasSent>(_ => OnHeardWasSent());
        Receive<RoomCommands.Admit>(admit => Admit(admit.Datagram, Sender));
        Receive<RoomCommands.HandedOver>(OnHandedOver);
        Receive<RoomCommands.TellOperator>(OnTellOperator);
        Receive<RoomCommands.Leave>(OnLeave);
        Receive<RoomEvents.ClientStopped>(OnClientStopped);
        Receive<RoomCommands.Attach>(OnAttach);
        Receive<RoomCommands.DescribeClients>(_ => OnDescribeClients());
        Receive<RoomCommands.Describe>(_ => Sender.Tell(Describe()));
        Receive<RoomCommands.DescribeQuarantine>(_ => Sender.Tell(DescribeQuarantine()));
        Receive<RoomCommands.Pardon>(OnPardon);
        Receive<RoomCommands.StopService>(OnStopService);
        Receive<RoomCommands.SayBye>(_ => OnSayBye());
    }

    public static Props Props(RoomSetup setup) => Akka.Actor.Props.Create(() => new RoomActor(setup)).WithDispatcher(HubActor.Dispatcher);

    private RoomState State => _setup.State;

    private IActorRef Sending => _setup.Sending;

    private HubCounters Counters => _setup.Counters;

    private DateTimeOffset Now => Context.System.Scheduler.Now;

    private void OnSay(OutgoingMessage message)
    {
        if (State.IsMember(message.Endpoint))
        {
            _setup.Uplink?.Said(message.Line, Self);
            Sending.Tell(message.For(State.Recipients));
        }
        else
        {
            var reason = State.IsClosed ? State.ClosedFor : DropReason.NotAMember;
            Counters.CountDropped(reason);
            _setup.Watch.Release(message, Verdict.Dropped(reason));
        }
    }

    private void OnHear(RoomCommands.Hear hear)
    {
        _setup.Heard.Add(hear.Line);
        PassOn();
    }

    private void OnHeardWasSent()
    {
        _setup.Heard.Sent();
        PassOn();
    }

    private void PassOn()
    {
        if (Sending.IsNobody() || !_setup.Heard.TryBegin())
        {
            return;
        }

        for (var n = 0; n < HeardElsewhere.Part && _setup.Heard.TryTake(out var line); n++)
        {
            _setup.Uplink?.Dealt();
            if (_setup.Messages.TryRent(out var message))
            {
                message.Line.Append(line.Span);
                Sending.Tell(message.SaidBy(default, cause: null).For(State.Recipients));
            }
            else
            {
                Counters.CountDropped(DropReason.BackplaneBusy);
            }
        }

        Sending.Tell(new SocketCommands.Confirm(Self, RoomCommands.HeardWasSent.Instance));
    }

    private void OnAttach(RoomCommands.Attach attach)
    {
        _setup.Sockets.Add(Sender);
        _setup.Sending = attach.Sending;
        PassOn();
    }

    private void Admit(ReceivedDatagram datagram, IActorRef socket)
    {
        var endpoint = datagram.Source;
        var admission = Decide(endpoint, datagram, socket);
        switch (admission)
        {
            case Admission.Member when State.TryGetMember(endpoint, out var member):
                HandToOrMove(member, datagram, socket);
                break;
            case Admission.JoinsPlain or Admission.JoinsLines:
                var lineMode = admission == Admission.JoinsLines;
                HandTo(Join(new ClientSession(_setup.Client, endpoint, lineMode, Sending, datagram.ReceivedAt), socket), datagram);
                break;
            default:
                Refuse(admission, endpoint, datagram, socket);
                break;
        }
    }

    private static void HandToOrMove(Member member, ReceivedDatagram datagram, IActorRef socket)
    {
        if (member.Socket.Equals(socket))
        {
            HandTo(member, datagram);
        }
        else
        {
            // The kernel has shared out the endpoints anew. What the other socket still has of this one goes first.
            member.Socket.Tell(new RoomEvents.Moving(datagram, socket));
        }
    }

    private void OnHandedOver(RoomCommands.HandedOver handedOver)
    {
        var (datagram, to) = handedOver.Moving;
        State.Move(datagram.Source, Sender, to);
        Admit(datagram, to);
    }

    /// <summary>What a service throws costs the stranger its datagram and the room a restart; the socket is answered nevertheless.</summary>
    private Admission Decide(EndpointKey endpoint, ReceivedDatagram datagram, IActorRef socket)
    {
        try
        {
            return State.Admit(endpoint, datagram.Bytes, Now);
        }
        catch
        {
            Drop(datagram, DropReason.ClientFailed);
            socket.Tell(new RoomEvents.Refused(endpoint));
            throw;
        }
    }

    private Member Join(ClientSession session, IActorRef socket)
    {
        var client = Context.ActorOf(_setup.ClientProps(session));
        var member = new Member(session.Endpoint, client, socket, session.LineMode);
        Context.WatchWith(client, new RoomEvents.ClientStopped(member));
        State.Join(member);
        _setup.Uplink?.Joined(member.Endpoint, Self);
        Counters.CountJoined();
        _log.Debug("{0} joined {1}", session.Endpoint, _setup.Listener.Room);
        return member;
    }

    /// <summary>The client is told before the socket is, so that what the socket tells the client comes after it.</summary>
    private static void HandTo(Member member, ReceivedDatagram datagram)
    {
        member.Client.Tell(datagram);
        member.Socket.Tell(new RoomEvents.Admitted(member));
    }

    private void Refuse(Admission admission, EndpointKey endpoint, ReceivedDatagram datagram, IActorRef socket)
    {
        var reason = admission switch
        {
            Admission.Quarantined => DropReason.Quarantined,
            Admission.FullTell or Admission.FullSilent => DropReason.RoomFull,
            Admission.Closed => State.ClosedFor,
            _ => DropReason.NotAMember,
        };
        if (admission == Admission.FullTell)
        {
            _setup.Watch.Received(datagram, Verdict.Dropped(reason));
            Counters.CountDropped(reason);
            var full = _setup.Messages.RentForOwnWords().For(endpoint, ChatProtocol.EndsLine(datagram.Bytes), datagram);
            full.Line.Append(ChatProtocol.RoomIsFull);
            Sending.Tell(full);
        }
        else
        {
            Drop(datagram, reason);
        }

        socket.Tell(new RoomEvents.Refused(endpoint));
    }

    private void Drop(ReceivedDatagram datagram, DropReason reason)
    {
        _setup.Watch.Release(datagram, Verdict.Dropped(reason));
        Counters.CountDropped(reason);
    }

    private void OnTellOperator(RoomCommands.TellOperator tell)
    {
        var who = new DeskPerson(_setup.Listener.Name, tell.Message.Endpoint, tell.Message.LineMode);
        Context.Parent.Tell(new DeskCommands.Hear(who, tell.Message, Sending));
    }

    private void OnLeave(RoomCommands.Leave leave)
    {
        var member = TakeOut(leave.Endpoint, Sender, leave.Reason);
        if (member is not null && leave.Reason == LeaveReason.Silent)
        {
            Counters.CountEvictedAfter(Now - leave.LastHeard - _setup.Listener.Interval);
        }

        (member?.Socket ?? Sending).Tell(new SocketCommands.Leaving(leave.Endpoint, Sender));
    }

    private void OnClientStopped(RoomEvents.ClientStopped stopped)
    {
        if (TakeOut(stopped.Member.Endpoint, stopped.Member.Client, LeaveReason.Failed) is not null)
        {
            State.Quarantine.Add(stopped.Member.Endpoint, Now);
        }

        foreach (var socket in _setup.Sockets)
        {
            socket.Tell(stopped);
        }
    }

    /// <summary>Null where this client serves the endpoint no longer.</summary>
    private Member? TakeOut(EndpointKey endpoint, IActorRef client, LeaveReason reason)
    {
        if (!State.Leave(endpoint, client, out var member))
        {
            return null;
        }

        _setup.Uplink?.Left(endpoint, reason, Self);
        Counters.CountLeft(reason);
        _log.Debug("{0} left {1}: {2}", endpoint, _setup.Listener.Room, reason);
        if (!member.Socket.Equals(Sending))
        {
            Sending.Tell(new SocketCommands.Left(endpoint));
        }

        return member;
    }

    private void OnDescribeClients()
    {
        foreach (var member in State.Members)
        {
            member.Client.Forward(ClientCommands.Describe.Instance);
        }

        Sender.Tell(new RoomEvents.ClientsAsked(State.Members.Count));
    }

    private RoomLine Describe() =>
        new(_setup.Listener.Name, _setup.Listener.Room, _setup.Listener.Service, State.Members.Count, State.Quarantine.Count(Now));

    private QuarantineReport DescribeQuarantine() =>
        new([.. State.Quarantine.List(Now).Select(entry => new QuarantineLine(entry.Endpoint, _setup.Listener.Name, entry.Remaining))]);

    private void OnPardon(RoomCommands.Pardon pardon) =>
        Sender.Tell(new Pardoned(pardon.Endpoint, State.Quarantine.Pardon(pardon.Endpoint, Now)));

    private void OnStopService(RoomCommands.StopService stop)
    {
        if (!State.IsClosed)
        {
            _log.Info("{0} stopped the service of {1}: its port stays closed until the next start", stop.Endpoint, _setup.Listener.Name);
            _setup.Uplink?.Closed(LeaveReason.ServiceStopped, Self);
            Counters.CountLeft(LeaveReason.ServiceStopped, State.Close(DropReason.ServiceStopped).Count);
            Sending.Tell(SocketCommands.Close.Instance);
        }
    }

    private void OnSayBye()
    {
        var members = State.Close();
        _setup.Uplink?.Closed(LeaveReason.HubStopping, Self);
        Counters.CountLeft(LeaveReason.HubStopping, members.Count);
        var told = 0;
        if (_setup.Service.Farewell is { IsEmpty: false } farewell)
        {
            told = members.Count;
            var message = _setup.Messages.RentForOwnWords().For(members);
            message.Line.Append(farewell);
            Sending.Tell(message);
        }

        Sending.Tell(new SocketCommands.Confirm(Sender, new ByeSaid(told)));
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(RestartsAMinute, TimeSpan.FromMinutes(1), _ => Directive.Restart);

    /// <summary>
    /// Nobody is stopped for a fault of the room's own; and what it was at was perhaps not handed on, so nothing of it is waited for.
    /// </summary>
    protected override void PreRestart(Exception reason, object message) => _setup.Heard.Sent();
}
