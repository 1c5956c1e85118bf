using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Actors.Backplane.RabbitMq;
using Actors.Hub;
using Actors.Hub.Backplane;
using Actors.Hub.Tests.Backplane.Contract;
using Actors.MultiNode.Tests.Fixtures;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Actors.MultiNode.Tests;

/// <summary>What a broker, the network and strangers may do to one node's connection.</summary>
[Collection(BrokerCollection.Name)]
public sealed class BrokerFaultTests : IAsyncLifetime
{
    private static readonly RoomName Lobby = new("lobby");

    // What a return may take; the rest is for machines that are busy with other tests.
    private static readonly TimeSpan Return = TimeSpan.FromSeconds(5);

    private readonly SharedBroker _shared;
    private readonly RabbitMqOptions _options;
    private readonly List<TestNode> _nodes = [];
    private readonly List<BrokerProxy> _proxies = [];
    private readonly UnobservedExceptions _unobserved = new();

    public BrokerFaultTests(SharedBroker shared)
    {
        _shared = shared;
        // Impatient, so that a test need not wait for what an operator would.
        _options = shared.Broker is null ? null! : shared.Options() with
        {
            ConfirmWithin = TimeSpan.FromSeconds(1),
            StepWithin = TimeSpan.FromSeconds(2),
        };
    }

    [RabbitFact]
    public void Cut_off_on_the_way_to_the_broker_it_says_so_and_then_all_goes_out_once_in_order()
    {
        var proxy = Proxy();
        var (ann, bob) = (Node("ann", proxy.Uri), Node("bob"));
        Meet(ann, bob);
        proxy.HoldTowardsBroker();
        var said = Say(ann, 200);
        ann.Sink.Until("it is known", () => !ann.Sink.IsUp);
        // Whichever is a second old first: what it said last, or what it heard last of itself.
        Assert.Matches("^(no confirmation|nothing heard) for 1 s", ann.Sink.Downs[^1]);
        AllIsHeardAfter(proxy.Release, ann, bob, said);
    }

    [RabbitFact]
    public void Cut_off_on_the_way_back_it_says_so_and_then_all_is_heard_once_in_order()
    {
        var proxy = Proxy();
        var (ann, bob) = (Node("ann"), Node("bob", proxy.Uri));
        Meet(ann, bob);
        proxy.HoldBack();
        var said = Say(ann, 200);
        ann.Settle();
        bob.Sink.Until("it is known", () => !bob.Sink.IsUp);
        AllIsHeardAfter(proxy.Release, ann, bob, said);
    }

    [RabbitFact]
    public void A_broker_that_hangs_for_longer_than_anyone_waits_has_lost_nothing_afterwards()
    {
        var (ann, bob) = (Node("ann"), Node("bob"));
        Meet(ann, bob);
        _shared.Broker.Hang();
        var said = Say(ann, 200);
        ann.Sink.Until("it is known", () => !ann.Sink.IsUp);
        AllIsHeardAfter(_shared.Broker.Resume, ann, bob, said);
    }

    [RabbitFact]
    public async Task A_node_that_hears_nothing_not_even_itself_connects_anew()
    {
        var bob = Node("bob");
        bob.Sink.Until("it is connected", () => bob.Sink.IsUp);
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueUnbindAsync($"{_options.Prefix}.node.bob.1", $"{_options.Prefix}.rooms", "probe.bob.1");
        bob.Sink.Until("it is back", () => bob.Sink.Ups == 2);
        Assert.Equal("nothing heard for 1 s, not even what it said to itself", bob.Sink.Downs[^1]);
    }

    [RabbitFact]
    public async Task A_body_of_a_stranger_is_rejected_once_and_what_follows_is_heard()
    {
        var (ann, bob) = (Node("ann"), Node("bob"));
        Meet(ann, bob);
        await PublishAsync("room.lobby", "not of a hub"u8.ToArray());
        await PublishAsync("news", new byte[1_000_000]);
        bob.Sink.Until("both are rejected", () => bob.Sink.Rejected.Count == 2);
        Assert.Equal(
            ["a body of 12 bytes that is not of a hub", "a body of 1000000 bytes, where at most 300000 can be"], bob.Sink.Rejected);
        var said = Say(ann, 300);
        bob.Sink.Until("the last is heard", () => bob.HeardOnce(ann, Lobby).Contains(said[^1]));
        Assert.Equal((2, 1), (bob.Sink.Rejected.Count, bob.Sink.Ups));
    }

    [RabbitFact]
    public void With_TLS_a_broker_is_met_whose_certificate_an_authority_of_ours_signed_and_no_other()
    {
        var ann = TlsNode("ann", _shared.Certificates.Authority);
        ann.Sink.Until("it is connected", () => ann.Sink.IsUp);
        var bob = TlsNode("bob", Certificates.NewAuthority());
        bob.Sink.Until("it is refused", () => bob.Sink.Downs.Count > 0);
        Assert.Contains("certificate", bob.Sink.Downs[0], StringComparison.Ordinal);
        var cid = TlsNode("cid", authority: null);
        cid.Sink.Until("it is refused", () => cid.Sink.Downs.Count > 0);
        Assert.Equal((0, 0), (bob.Sink.Ups, cid.Sink.Ups));
    }

    [RabbitFact]
    public void A_wrong_password_is_said_and_not_shown()
    {
        var options = _options with { Credentials = _options.Credentials with { Password = "sesame" } };
        var ann = new TestNode(new RabbitMqBackplane(options, TimeProvider.System), "ann");
        _nodes.Add(ann);
        ann.Sink.Until("it is refused", () => ann.Sink.Downs.Count > 0);
        Assert.Contains("ACCESS_REFUSED", ann.Sink.Downs[0], StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", ann.Sink.Downs[0], StringComparison.Ordinal);
    }

    [RabbitFact]
    public async Task The_user_of_the_nodes_can_touch_nothing_but_what_is_theirs()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var refused = await Assert.ThrowsAsync<OperationInterruptedException>(() => channel.QueueDeclareAsync("others"));
        Assert.Equal(403, refused.ShutdownReason!.ReplyCode);
    }

    [RabbitFact]
    public async Task A_node_that_leaves_takes_its_queue_along_and_one_whose_queue_is_deleted_makes_another()
    {
        var (ann, bob) = (Node("ann"), Node("bob"));
        Meet(ann, bob);
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclarePassiveAsync($"{_options.Prefix}.node.ann.1");
        await ann.DisposeAsync();
        Assert.Equal(0u, await channel.QueueDeleteAsync($"{_options.Prefix}.node.ann.1"));

        await channel.QueueDeleteAsync($"{_options.Prefix}.node.bob.1");
        bob.Sink.Until("it is back", () => bob.Sink.Ups == 2);
        Assert.Equal("the broker ended the queue", bob.Sink.Downs[^1]);
        var cid = Node("cid");
        Meet(cid, bob);
    }

    [RabbitFact]
    public async Task A_node_that_leaves_says_goodbye_to_the_broker()
    {
        await Node("polite").DisposeAsync();
        var proxy = Proxy();
        Node("rude", proxy.Uri);
        proxy.Cut();
        await Wait.Until("the broker has warned of the one that said none", () => Task.FromResult(_shared.Warnings().Contains("hub rude hears")));
        Assert.DoesNotContain("hub polite", _shared.Warnings(), StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        // In this order: a connection that is closed while the library asks the broker something leaves an exception behind that is its own.
        foreach (var node in _nodes) await node.DisposeAsync();
        foreach (var proxy in _proxies) proxy.Dispose();
        _unobserved.AreNone();
    }

    private BrokerProxy Proxy()
    {
        var proxy = new BrokerProxy(_shared.Broker.Uri);
        _proxies.Add(proxy);
        return proxy;
    }

    private TestNode Node(string name, Uri? by = null)
    {
        var node = new TestNode(new RabbitMqBackplane(_options with { Uri = by ?? _options.Uri }, TimeProvider.System), name);
        _nodes.Add(node);
        node.Sink.Until($"{name} is connected", () => node.Sink.IsUp);
        return node;
    }

    private TestNode TlsNode(string name, X509Certificate2? authority)
    {
        var options = _options with { Uri = _shared.TlsUri, Authorities = authority is null ? null : [authority] };
        var node = new TestNode(new RabbitMqBackplane(options, TimeProvider.System), name);
        _nodes.Add(node);
        return node;
    }

    private static void Meet(TestNode from, TestNode to)
    {
        to.Subscribe(Lobby);
        to.Sink.Until("it hears the other", () =>
        {
            from.Say(Lobby, "?");
            return to.HeardOnce(from, Lobby).Count > 0;
        });
        from.Settle();
    }

    private static List<string> Say(TestNode from, int count)
    {
        var said = Enumerable.Range(1, count).Select(n => $"m{n}").ToList();
        foreach (var text in said) from.Say(Lobby, text);
        return said;
    }

    private static void AllIsHeardAfter(Action returns, TestNode from, TestNode to, List<string> said)
    {
        var watch = Stopwatch.StartNew();
        returns();
        from.Settle();
        to.Sink.Until("the last is heard", () => to.HeardOnce(from, Lobby).Contains(said[^1]));
        Assert.True(watch.Elapsed < Return, $"it took {watch.Elapsed}");
        Assert.Equal(said, to.HeardOnce(from, Lobby).Where(text => text.StartsWith('m')));
        Assert.True(from.LongestCall < TimeSpan.FromMilliseconds(100), $"a call took {from.LongestCall}");
    }

    private Task<IConnection> ConnectAsync() => new ConnectionFactory
    {
        Uri = _options.Uri,
        UserName = _options.Credentials.User,
        Password = _options.Credentials.Password,
    }.CreateConnectionAsync();

    private async Task PublishAsync(string key, byte[] body)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync($"{_options.Prefix}.rooms", key, body);
    }
}
