using Actors.Datagrams;
using Actors.Hub.Rooms;
using Actors.Hub.Services;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Clients;

/// <summary>
/// One endpoint: asks the service what its datagrams mean, and notices when none come.
/// <code>
/// serving ─ datagram ─▶ serving, and silence begins anew
/// serving ─ ReceiveTimeout, the last datagram younger than the timeout ─▶ serving, waits for what remains
/// serving ─ ReceiveTimeout once more, or the service says so ─▶ leaving: the room is told; datagrams are kept
/// leaving ─ Released ─▶ hands back what it kept, and stops
/// </code>
/// Where the service is slow (<see cref="ServiceOptions.Delay"/>), a datagram waits for its turn, and this actor for a timer: no thread
/// does, and no other endpoint.
/// <para/>
/// It owns each datagram that it is told. The lease goes on with what the service wrote (<see cref="OutgoingMessage"/>), to be released when
/// that was sent: so the pool bounds what waits to be sent as well. Where nothing is answered, or the service throws, both are released here.
/// </summary>
internal sealed class ClientActor(ClientSession session) : UntypedActor
{
    // Timers are no finer, and one of 0 would be refused.
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(1);

    // Silence is looked at twice, so far apart. A process that was stopped wakes its timers and its receive thread together, and what the
    // kernel kept meanwhile is read and told within milliseconds: nobody leaves whose heartbeats lay there. Where it was stopped between the
    // looks, they are further apart than a second, and the later one is a first one again.
    private static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(50);
    private const uint MillisecondsBetweenLooks = 1_000;

    // One for all clients.
    private static readonly Deploy OnTheHubsDispatcher = Deploy.None.WithDispatcher(HubActor.Dispatcher);

    private IConversation? _conversation;
    private bool _waitsForRest;
    private bool _looksAgain;
    private uint _lookedAt; // in milliseconds, of which only differences mean something: half of a time's size, in each client

    public static Props Props(ClientSession session) => Akka.Actor.Props.CreateBy(session).WithDeploy(OnTheHubsDispatcher);

    private ClientSetup Setup => session.Setup;

    private IConversation Conversation => _conversation ??= Setup.Service.Open(session.Endpoint);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ReceivedDatagram datagram when session.IsLeaving:
                session.Keep(datagram);
                break;
            case ReceivedDatagram datagram:
                OnDatagram(datagram);
                break;
            case ClientCommands.Due due:
                OnDue(due.Datagram);
                break;
            case ReceiveTimeout when !session.IsLeaving:
                OnReceiveTimeout();
                break;
            case ClientCommands.Describe:
                Sender.Tell(Describe());
                break;
            case ClientCommands.Released:
                HandBack();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void OnDatagram(ReceivedDatagram datagram)
    {
        session.LastHeard = datagram.ReceivedAt;
        if (_waitsForRest)
        {
            Wait(Setup.Timeout - SecondLook);
            _waitsForRest = false;
        }

        if (Setup.Delay == TimeSpan.Zero)
        {
            Serve(datagram);
        }
        else
        {
            PutInLine(datagram);
        }
    }

    private void PutInLine(ReceivedDatagram datagram)
    {
        var line = session.Waiting ??= new SlowLane(Setup.WaitingBytes);
        if (!line.TryAdd(datagram))
        {
            Setup.Watch.Received(datagram, Verdict.Dropped(DropReason.WaitingTooMany));
            Setup.Counters.CountDropped(DropReason.WaitingTooMany);
        }
        else if (line.Count == 1)
        {
            ServeWhenDue(line);
        }

        datagram.Release();
    }

    private void ServeWhenDue(SlowLane line) =>
        line.Due = Context.System.Scheduler.ScheduleTellOnceCancelable(Setup.Delay, Self, new ClientCommands.Due(line.First), Self);

    private void OnDue(ReceivedDatagram datagram)
    {
        // After a restart, or having left, it may be another's turn or nobody's.
        if (session.Waiting is not { Count: > 0 } line || line.First != datagram)
        {
            return;
        }

        Serve(line.Take());
        if (line.Count > 0)
        {
            ServeWhenDue(line);
        }
        else if (!session.IsLeaving)
        {
            WaitForRest(Rest());
        }
    }

    private void Serve(ReceivedDatagram datagram)
    {
        if (IsHeartbeat(datagram))
        {
            Setup.Watch.Release(datagram, Verdict.Heartbeat);
        }
        else if (Setup.Messages.TryRent(out var message))
        {
            Do(Hear(datagram, message), message, datagram);
        }
        else
        {
            Drop(datagram, DropReason.TooMuchToSend);
        }
    }

    private bool IsHeartbeat(ReceivedDatagram datagram)
    {
        try
        {
            return Conversation.IsHeartbeat(datagram.Bytes);
        }
        catch
        {
            Drop(datagram, DropReason.ClientFailed);
            throw;
        }
    }

    private Answer Hear(ReceivedDatagram datagram, OutgoingMessage message)
    {
        try
        {
            return Conversation.Hear(datagram.Bytes, session.Endpoint, message.Line);
        }
        catch
        {
            message.Release();
            Drop(datagram, DropReason.ClientFailed);
            throw;
        }
    }

    private void Do(Answer answer, OutgoingMessage message, ReceivedDatagram cause)
    {
        switch (answer.Kind)
        {
            case AnswerKind.Broadcast:
                Context.Parent.Tell(message.SaidBy(session.Endpoint, cause));
                return;
            case AnswerKind.TellOperator:
                Setup.Watch.Received(cause, Verdict.Taken);
                Context.Parent.Tell(new RoomCommands.TellOperator(message.For(session.Endpoint, session.LineMode, cause)));
                return;
            case AnswerKind.Reply:
                Setup.Watch.Received(cause, Verdict.Answered);
                session.Socket.Tell(message.For(session.Endpoint, session.LineMode, cause));
                return;
            case AnswerKind.Refuse:
                Setup.Watch.Received(cause, Verdict.Dropped(answer.Refusal));
                Setup.Counters.CountDropped(answer.Refusal);
                session.Socket.Tell(message.For(session.Endpoint, session.LineMode, cause));
                return;
        }

        message.Release();
        switch (answer.Kind)
        {
            case AnswerKind.Leave:
                Setup.Watch.Release(cause, Verdict.Quit);
                Leave(LeaveReason.Quit);
                break;
            case AnswerKind.StopService:
                Setup.Watch.Release(cause, Verdict.Quit);
                Leave(LeaveReason.Quit);
                Context.Parent.Tell(new RoomCommands.StopService(session.Endpoint));
                break;
            default:
                Setup.Watch.Release(cause, Verdict.Taken);
                break;
        }
    }

    /// <summary>
    /// The message may have waited behind a datagram that came in time, so what counts is that one's age, by the stamp that it got at the
    /// socket. Nobody is silent whom the service keeps waiting.
    /// </summary>
    private void OnReceiveTimeout()
    {
        var rest = Rest();
        if (rest <= TimeSpan.Zero && session.Waiting is { Count: > 0 })
        {
            WaitForRest(Setup.Timeout);
        }
        else if (rest > TimeSpan.Zero || !_looksAgain || Milliseconds() - _lookedAt > MillisecondsBetweenLooks)
        {
            WaitForRest(rest);
        }
        else
        {
            Leave(LeaveReason.Silent);
        }
    }

    /// <summary>What is left of the silence that is allowed. A clock that was set back makes the last datagram one of now, once.</summary>
    private TimeSpan Rest()
    {
        var now = Context.System.Scheduler.Now;
        if (session.LastHeard > now)
        {
            session.LastHeard = now;
        }

        return Setup.Timeout - (now - session.LastHeard);
    }

    private void WaitForRest(TimeSpan rest)
    {
        _waitsForRest = true;
        _looksAgain = rest <= SecondLook;
        _lookedAt = Milliseconds();
        var wait = _looksAgain ? SecondLook : rest - SecondLook;
        Wait(wait > ShortestTimeout ? wait : ShortestTimeout);
    }

    private static uint Milliseconds() => (uint)(Context.System.Scheduler.Now.UtcTicks / TimeSpan.TicksPerMillisecond);

    private static void Wait(TimeSpan timeout) => Context.SetReceiveTimeout(timeout);

    /// <summary>
    /// The room first: it forgets the member before the socket can ask it to admit the endpoint anew.
    /// </summary>
    private void Leave(LeaveReason reason)
    {
        session.IsLeaving = true;
        while (session.Waiting is { Count: > 0 } line)
        {
            session.Keep(line.Take());
        }

        Context.SetReceiveTimeout(null);
        Context.Parent.Tell(new RoomCommands.Leave(session.Endpoint, reason, session.LastHeard));
    }

    private void HandBack()
    {
        Sender.Tell(new SocketCommands.Gone(session.Endpoint, session.TakeKept()));
        Context.Stop(Self);
    }

    private ClientLine Describe()
    {
        var silent = Context.System.Scheduler.Now - session.LastHeard;
        return new ClientLine(session.Endpoint, Setup.Listener.Name, Setup.Listener.Room, silent > TimeSpan.Zero ? silent : TimeSpan.Zero);
    }

    protected override void PreStart()
    {
        if (!session.IsLeaving)
        {
            WaitForRest(Rest());
            if (session.Waiting is { Count: > 0 } line)
            {
                ServeWhenDue(line);
            }
        }
    }

    /// <summary>The session outlives the restart; the conversation, which may have been the fault, is opened anew.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
        session.Waiting?.Due?.Cancel();
        Setup.Counters.CountClientRestart();
    }

    protected override void PostStop()
    {
        session.Waiting?.Due?.Cancel();
        while (session.Waiting is { Count: > 0 } line)
        {
            Drop(line.Take(), DropReason.LostLease);
        }

        foreach (var datagram in session.TakeKept())
        {
            Drop(datagram, DropReason.LostLease);
        }
    }

    private void Drop(ReceivedDatagram datagram, DropReason reason)
    {
        Setup.Watch.Release(datagram, Verdict.Dropped(reason));
        Setup.Counters.CountDropped(reason);
    }
}
