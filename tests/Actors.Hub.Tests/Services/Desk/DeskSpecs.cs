using System.Text;
using Actors.Datagrams;
using Actors.Hub.Services;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Services.Desk;

/// <summary>A desk from the socket to whoever plays the operator's console, in virtual time.</summary>
public sealed class DeskSpecs : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);

    private readonly HubCounters _counters = new();
    private readonly FakeSocket _wire = new();
    private readonly TestProbe _operator;
    private readonly HubSetup _setup;
    private readonly IActorRef _hub;

    public DeskSpecs()
    {
        _operator = CreateTestProbe("operator");
        var desk = new ListenerOptions("desk", Peers.At("127.0.0.1:8081"), "desk", new RoomName("desk"), Interval);
        _setup = new HubSetup(HubOptions.Default, [new BoundListener(desk, _wire)], _counters, ServiceRegistry.Default);
        _hub = Sys.ActorOf(HubActor.Props(_setup), "hub");
    }

    [Fact]
    public void A_message_reaches_the_operator_and_the_answer_its_sender_alone()
    {
        _hub.Tell(DeskQueries.Next.Instance, _operator.Ref);
        _wire.Arrive(Ann, "hello");
        Assert.Equal(new DeskMessage(Ann, null, "hello"), Assert.Single(_operator.ExpectMsg<DeskNews>().Messages));
        _wire.Arrive(Bob, "hi\n");
        Assert.Equal(new DeskMessage(Bob, null, "hi"), Assert.Single(Ask<DeskNews>(DeskQueries.Next.Instance).Messages));

        Assert.Equal(new DeskReply(DeskOutcome.Sent, Ann, null), Ask<DeskReply>(new DeskQueries.Reply(Ann.ToString(), "你好")));
        Assert.Equal("你好", Encoding.UTF8.GetString(Peers.Bytes(_wire.Next(Ann))));
        Assert.Equal(new DeskReply(DeskOutcome.Sent, Bob, null), Ask<DeskReply>(new DeskQueries.Reply("", "welcome")));
        Assert.Equal("welcome\n", _wire.Next(Bob));
        Assert.Equal(DeskOutcome.NobodyThere, Ask<DeskReply>(new DeskQueries.Reply("", "anyone?")).Outcome);
        Assert.False(_wire.HasMore(Ann) || _wire.HasMore(Bob));
        EveryLeaseIsBack(_setup.Pool);
    }

    [Fact]
    public void Somebody_who_waits_longer_than_the_interval_is_answered_all_the_same()
    {
        _wire.Arrive(Ann, "hello");
        Assert.Single(Ask<DeskNews>(DeskQueries.Next.Instance).Messages);
        Clock.Advance((2 * Timeout) - SecondLook);
        Ask<ClientsReport>(HubQueries.GetClients.Instance);
        Clock.Advance(SecondLook);
        AwaitAssert(() => Assert.Equal(1, _counters.Evicted));
        Assert.Equal(2 * Timeout, Assert.Single(Ask<WaitingReport>(DeskQueries.GetWaiting.Instance).People).Waiting);
        Ask<DeskReply>(new DeskQueries.Reply("latest", "quit"));
        Assert.Equal("quit", _wire.Next(Ann));
    }

    [Fact]
    public void A_reply_of_1024_bytes_is_sent_and_one_more_is_not()
    {
        _wire.Arrive(Ann, "hello");
        Ask<DeskNews>(DeskQueries.Next.Instance);
        Assert.Equal(DeskOutcome.TooLong, Ask<DeskReply>(new DeskQueries.Reply("", new string('x', 1_025))).Outcome);
        Assert.Equal(DeskOutcome.Sent, Ask<DeskReply>(new DeskQueries.Reply("", new string('x', 1_024))).Outcome);
        Assert.Equal(1_024, _wire.Next(Ann).Length);
    }

    [Fact]
    public void Whoever_writes_while_the_operator_is_away_is_told_once()
    {
        Assert.Equal("back soon", Ask<DeskAway>(new DeskQueries.SetAway("back soon")).Text);
        _wire.Arrive((Ann, "a"), (Ann, "b"), (Bob, "c\n"));
        Assert.Equal(("back soon", "back soon\n"), (_wire.Next(Ann), _wire.Next(Bob)));
        AwaitAssert(() => Assert.Equal(3, Ask<WaitingReport>(DeskQueries.GetWaiting.Instance).People.Sum(one => one.Messages)));
        Assert.False(_wire.HasMore(Ann));
    }

    [Fact]
    public void Without_a_reader_a_thousand_people_wait_and_what_is_too_much_is_dropped_and_counted()
    {
        foreach (var people in Enumerable.Range(1, 1_100).Chunk(50))
        {
            _wire.Arrive([.. people.Select(n => (Peers.Number(n), $"{n}"))]);
        }

        AwaitAssert(() => Assert.Equal(1_100, Ask<WaitingReport>(DeskQueries.GetWaiting.Instance).People.Count));
        Assert.Equal(1_100 - 1_024, _counters.Dropped(DropReason.DeskUnread));
        Assert.Equal(1_100 - 1_024, Ask<DeskNews>(DeskQueries.Next.Instance).Missed);
        EveryLeaseIsBack(_setup.Pool);
    }

    private T Ask<T>(object question)
    {
        _hub.Tell(question, _operator.Ref);
        return _operator.ExpectMsg<T>();
    }
}
