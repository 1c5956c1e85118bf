using Actors.Datagrams;
using Actors.Hub.Services;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Observing;

/// <summary>Who watches the hub sees each datagram once, in and out, with what became of it.</summary>
public sealed class HubObserverSpecs : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);
    private static readonly EndpointKey Cid = Peers.Number(3);

    private readonly HubCounters _counters = new();
    private readonly HubObservers _observers = new();
    private readonly Recorder _recorder = new();
    private readonly FakeSocket _wire = new();
    private readonly FakeSocket _echoWire = new();
    private readonly TestProbe _operator;
    private readonly HubSetup _setup;
    private readonly IActorRef _hub;
    private int _arrived;

    public HubObserverSpecs()
    {
        _operator = CreateTestProbe("operator");
        _observers.Add(_recorder);
        var chat = HubOptions.Default.Listeners[0] with { Service = "faulty" };
        var echo = new ListenerOptions("echo", Peers.At("127.0.0.1:8080"), "echo", new RoomName("echoes"), Interval);
        var services = new ServiceRegistry(new Dictionary<string, Func<ServiceSetup, IService>>
        {
            ["faulty"] = _ => new FaultyService(),
            ["echo"] = _ => new EchoService(),
        });
        var options = HubOptions.Default with { Limits = new HubLimits { DatagramsInFlight = 64, MembersPerRoom = 2 } };
        BoundListener[] listeners = [new BoundListener(chat, _wire), new BoundListener(echo, _echoWire)];
        _setup = new HubSetup(options, listeners, _counters, services, _observers);
        _hub = Sys.ActorOf(HubActor.Props(_setup), "hub");
    }

    [Fact]
    public void A_short_chat_is_seen_whole()
    {
        Arrive(Ann, "^hb^");
        Arrive(Bob, "hello\n");
        Assert.Equal("Ack HELLO. from 10.0.0.2:5000", _wire.Next(Ann));
        Arrive(Ann, new string('x', 961));
        Assert.StartsWith("message too long: 961 bytes", _wire.Next(Ann), StringComparison.Ordinal);
        Arrive(Cid, "me too");
        Arrive(Cid, "me too");
        Arrive(Bob, "quit");
        Arrive(Bob, "quit");
        Sees(
            "chat 10.0.0.1:5000 > ^hb^: heartbeat",
            "chat 10.0.0.2:5000 > hello\\n: delivered to 2",
            "chat 10.0.0.1:5000 > 961 bytes: dropped: too long",
            "chat 10.0.0.3:5000 > me too: dropped: room full",
            "chat 10.0.0.3:5000 > me too: dropped: room full",
            "chat 10.0.0.2:5000 > quit: quit",
            "chat 10.0.0.2:5000 > quit: dropped: not a member");
        AwaitAssert(() => Assert.Equal(
            ["chat 10.0.0.1:5000 < Ack HELLO. from 10.0.0.2:5000: sent", "chat 10.0.0.2:5000 < Ack HELLO. from 10.0.0.2:5000\\n: sent"],
            _recorder.SentLines.Take(2)));
        Assert.Equal(["10.0.0.1:5000", "10.0.0.3:5000"], _recorder.SentLines.Skip(2).Select(line => line.Split(' ')[1]));
    }

    [Fact]
    public void An_answer_is_seen_at_its_listener()
    {
        _echoWire.Arrive(Ann, "Hi");
        Assert.Equal("HI", _echoWire.Next(Ann));
        Sees("echo 10.0.0.1:5000 > Hi: answered");
        AwaitAssert(() => Assert.Equal(["echo 10.0.0.1:5000 < HI: sent"], _recorder.SentLines));
    }

    [Fact]
    public void What_the_system_refuses_is_seen_with_its_reason()
    {
        _echoWire.Refuse(Ann, SendRefusal.TooLong);
        _echoWire.Arrive(Ann, "Hi");
        _arrived++;
        Arrive(Ann, "^hb^");
        Arrive(Bob, "^hb^");
        _wire.Refuse(Bob, SendRefusal.WouldBlock);
        Arrive(Ann, "hello");
        Sees(
            "echo 10.0.0.1:5000 > Hi: answered",
            "chat 10.0.0.1:5000 > ^hb^: heartbeat",
            "chat 10.0.0.2:5000 > ^hb^: heartbeat",
            "chat 10.0.0.1:5000 > hello: delivered to 1, not sent to 1");
        AwaitAssert(() => Assert.Equal(
            [
                "chat 10.0.0.1:5000 < Ack HELLO. from 10.0.0.1:5000: sent",
                "chat 10.0.0.2:5000 < Ack HELLO. from 10.0.0.1:5000: not sent: would block",
                "echo 10.0.0.1:5000 < HI: not sent: too long",
            ],
            _recorder.SentLines.Order()));
    }

    [Fact]
    public void Faults_of_a_service_and_quarantine_leave_no_datagram_without_a_verdict()
    {
        Arrive(Bob, "room-boom");
        _wire.Arrive([.. Enumerable.Repeat((Ann, "boom"), 40)]);
        AwaitAssert(() => Assert.Equal(1, _counters.Left(LeaveReason.Failed)));
        _wire.Arrive(Ann, "sorry");
        AwaitAssert(() => Assert.Equal(42, _recorder.ReceivedLines.Count));
        EveryLeaseIsBack(_setup.Pool);

        var counts = _recorder.ReceivedLines.CountBy(line => line).ToDictionary();
        Assert.Equal(1, counts["chat 10.0.0.2:5000 > room-boom: dropped: client failed"]);
        Assert.Equal(5, counts["chat 10.0.0.1:5000 > boom: dropped: client failed"]);
        Assert.Equal(1, counts["chat 10.0.0.1:5000 > sorry: dropped: quarantined"]);
        Assert.Equal(_counters.Dropped(DropReason.LostLease), counts.GetValueOrDefault("chat 10.0.0.1:5000 > boom: dropped: lost lease"));
        Assert.Equal(42, _recorder.ReceivedLines.Count);
    }

    [Fact]
    public void Leaving_and_coming_again_at_once_shows_each_datagram_once()
    {
        Arrive(Ann, "^hb^");
        for (var round = 0; round < 20; round++)
        {
            _wire.Arrive((Ann, "quit"), (Ann, "a"), (Ann, "quit\n"), (Ann, "b\n"));
            Assert.Equal("Ack A. from 10.0.0.1:5000", _wire.Next(Ann));
            Assert.Equal("Ack B. from 10.0.0.1:5000\n", _wire.Next(Ann));
        }

        EveryLeaseIsBack(_setup.Pool);
        string[] round1 = ["> quit: quit", "> a: delivered to 1", "> quit\\n: quit", "> b\\n: delivered to 1"];
        Sees([
            "chat 10.0.0.1:5000 > ^hb^: heartbeat",
            .. Enumerable.Repeat(round1.Select(line => $"chat 10.0.0.1:5000 {line}"), 20).SelectMany(lines => lines),
        ]);
    }

    [Fact]
    public void A_socket_that_fails_leaves_its_datagram_a_verdict()
    {
        Arrive(Ann, "^hb^");
        _wire.FailOnce();
        Arrive(Ann, "lost");
        Arrive(Ann, "hi");
        Assert.Equal("Ack HI. from 10.0.0.1:5000", _wire.Next(Ann));
        Sees(
            "chat 10.0.0.1:5000 > ^hb^: heartbeat",
            "chat 10.0.0.1:5000 > lost: dropped: listener restarted",
            "chat 10.0.0.1:5000 > hi: delivered to 1");
    }

    [Fact]
    public void After_Bye_nothing_is_heard_but_all_is_seen()
    {
        Arrive(Ann, "^hb^");
        _hub.Tell(HubQueries.SayBye.Instance, _operator.Ref);
        _operator.ExpectMsg<ByeSaid>();
        Arrive(Ann, "too late");
        Arrive(Bob, "late too");
        Sees(
            "chat 10.0.0.1:5000 > ^hb^: heartbeat",
            "chat 10.0.0.1:5000 > too late: dropped: hub stopping",
            "chat 10.0.0.2:5000 > late too: dropped: hub stopping");
        Assert.Equal(["chat 10.0.0.1:5000 < Bye!: sent"], _recorder.SentLines);
    }

    [Fact]
    public void Several_may_watch_and_one_that_is_removed_sees_no_more()
    {
        var second = new Recorder();
        _observers.Add(second);
        _observers.Add(second);
        Arrive(Ann, "^hb^");
        AwaitAssert(() => Assert.Equal((1, 1), (_recorder.ReceivedLines.Count, second.ReceivedLines.Count)));
        _observers.Remove(second);
        Arrive(Ann, "^hb^");
        AwaitAssert(() => Assert.Equal(2, _recorder.ReceivedLines.Count));
        _observers.Remove(_recorder);
        Assert.Null(_observers.Current);
        Arrive(Ann, "hello");
        Assert.Equal("Ack HELLO. from 10.0.0.1:5000", _wire.Next(Ann));
        EveryLeaseIsBack(_setup.Pool);
        Assert.Equal((2, 1, 0), (_recorder.ReceivedLines.Count, second.ReceivedLines.Count, _recorder.SentLines.Count));
    }

    /// <summary>Exactly these were received, in an order of their own: a verdict comes when it is decided.</summary>
    private void Sees(params string[] lines) =>
        AwaitAssert(() => Assert.Equal(lines.Order(StringComparer.Ordinal), _recorder.ReceivedLines.Order(StringComparer.Ordinal)));

    /// <summary>A datagram of the chat, which its endpoint's client or the room has been told when this returns.</summary>
    private void Arrive(EndpointKey from, string latin1)
    {
        _wire.Arrive(from, latin1);
        _arrived++;
        AwaitAssert(() => Assert.Equal(_arrived, _counters.Received), interval: TimeSpan.FromMilliseconds(5));
    }
}
