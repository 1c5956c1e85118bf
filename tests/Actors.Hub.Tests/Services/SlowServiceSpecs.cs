using System.Globalization;
using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Services;
using Akka.Actor;
using Akka.TestKit;

namespace Actors.Hub.Tests.Services;

/// <summary>A service that takes 5 seconds over each datagram keeps only that endpoint waiting.</summary>
public sealed class SlowServiceSpecs : HubSpec
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Almost = TimeSpan.FromSeconds(4.9);
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);

    private readonly HubCounters _counters = new();
    private readonly FakeSocket _wire = new();
    private readonly TestProbe _operator;
    private HubSetup _setup = null!;
    private IActorRef _hub = ActorRefs.Nobody;
    private int _arrived;

    public SlowServiceSpecs() => _operator = CreateTestProbe("operator");

    [Fact]
    public void Two_hundred_endpoints_are_all_answered_after_the_time_of_one()
    {
        Start("echo");
        var peers = Enumerable.Range(1, 200).Select(Peers.Number).ToList();
        foreach (var text in new[] { "one", "two", "three" })
        {
            Arrive([.. peers.Select(peer => (peer, text))]);
        }

        foreach (var text in new[] { "ONE", "TWO", "THREE" })
        {
            Clock.Advance(Almost);
            Assert.DoesNotContain(peers, _wire.HasMore);
            Clock.Advance(Delay - Almost);
            Assert.All(peers, peer => Assert.Equal(text, _wire.Next(peer)));
            Settle();
        }

        EveryLeaseIsBack(_setup.Pool);
    }

    [Fact]
    public void Whoever_sends_much_waits_for_its_own_and_delays_nobody()
    {
        Start("echo");
        Arrive((Ann, "0"));
        Arrive([.. Enumerable.Range(1, 59).Select(n => (Ann, n.ToString(CultureInfo.InvariantCulture)))]);
        for (var n = 0; n < 60; n++)
        {
            Arrive((Bob, $"b{n}"));
            Clock.Advance(Delay);
            Assert.Equal($"B{n}", _wire.Next(Bob));
            Assert.Equal($"{n}", _wire.Next(Ann));
            Settle();
        }

        Assert.Equal(0, _counters.Evicted);
    }

    [Fact]
    public void What_waits_holds_no_lease_and_beyond_the_bound_it_is_dropped_and_counted()
    {
        Start("echo");
        Arrive((Ann, "0"));
        Arrive([.. Enumerable.Range(1, 99).Select(n => (Ann, $"{n}"))]);
        EveryLeaseIsBack(_setup.Pool);
        Assert.Equal(100 - SlowLane.MaxDatagrams, _counters.Dropped(DropReason.WaitingTooMany));
        for (var n = 0; n < SlowLane.MaxDatagrams; n++)
        {
            Clock.Advance(Delay);
            Assert.Equal($"{n}", _wire.Next(Ann));
            Settle();
        }
    }

    [Fact]
    public void Whoever_has_been_answered_is_evicted_for_its_silence_as_anyone()
    {
        Start("echo");
        Arrive((Ann, "a"));
        Arrive((Ann, "b"), (Ann, "c"));
        foreach (var text in new[] { "A", "B", "C" })
        {
            Assert.Equal(0, _counters.Evicted);
            Clock.Advance(Delay);
            Assert.Equal(text, _wire.Next(Ann));
            Settle();
        }

        Clock.Advance(TimeSpan.FromMilliseconds(50));
        AwaitAssert(() => Assert.Equal(1, _counters.Evicted));
    }

    [Fact]
    public void A_quit_waits_its_turn_too_and_what_came_after_it_joins_again()
    {
        Start("chat");
        Arrive((Ann, "a"));
        Arrive((Ann, "quit"), (Ann, "b\n"));
        Clock.Advance(Delay);
        Assert.Equal("Ack A. from 10.0.0.1:5000", _wire.Next(Ann));
        Settle();
        Clock.Advance(Delay);
        AwaitAssert(() => Assert.Equal(2, _counters.Joined));
        Settle();
        Clock.Advance(Delay);
        Assert.Equal("Ack B. from 10.0.0.1:5000\n", _wire.Next(Ann));
        EveryLeaseIsBack(_setup.Pool);
    }

    [Fact]
    public void A_failure_costs_one_datagram_and_those_behind_it_are_served()
    {
        Start("faulty");
        Arrive((Ann, "boom"));
        Arrive((Ann, "a"), (Ann, "boom"), (Ann, "b"));
        Clock.Advance(Delay);
        AwaitAssert(() => Assert.Equal(1, _counters.ClientRestarts));
        Settle();
        Clock.Advance(Delay);
        Assert.Equal("Ack A. from 10.0.0.1:5000", _wire.Next(Ann));
        Settle();
        Clock.Advance(Delay);
        AwaitAssert(() => Assert.Equal(2, _counters.ClientRestarts));
        Settle();
        Clock.Advance(Delay);
        Assert.Equal("Ack B. from 10.0.0.1:5000", _wire.Next(Ann));
    }

    private void Start(string service)
    {
        var listener = HubOptions.Default.Listeners[0] with { Service = service, ServiceOptions = new ServiceOptions { Delay = Delay } };
        var services = new ServiceRegistry(new Dictionary<string, Func<ServiceSetup, IService>>
        {
            ["faulty"] = _ => new FaultyService(),
            ["chat"] = _ => new ChatService(messageBytes: 960),
            ["echo"] = _ => new EchoService(),
        });
        _setup = new HubSetup(HubOptions.Default, [new BoundListener(listener, _wire)], _counters, services);
        _hub = Sys.ActorOf(HubActor.Props(_setup), "hub");
    }

    /// <summary>Datagrams of endpoints that are known, or one of each; their clients have been told when this returns.</summary>
    private void Arrive(params (EndpointKey From, string Latin1)[] datagrams)
    {
        foreach (var batch in datagrams.Chunk(50))
        {
            _wire.Arrive(batch);
        }

        _arrived += datagrams.Length;
        AwaitAssert(() => Assert.Equal(_arrived, _counters.Received), interval: TimeSpan.FromMilliseconds(5));
        Settle();
    }

    /// <summary>Every client answers the question behind all that it was told before.</summary>
    private void Settle()
    {
        _hub.Tell(HubQueries.GetClients.Instance, _operator.Ref);
        _operator.ExpectMsg<ClientsReport>();
    }
}
