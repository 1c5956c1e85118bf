using System.Diagnostics;
using Actors.MultiNode.Tests.Fixtures;
using Actors.Server.Demo;
using Actors.Server.Demo.Processes;

namespace Actors.MultiNode.Tests;

/// <summary>Nodes as processes: what their members hear, and what their operators see.</summary>
[Collection(BrokerCollection.Name)]
public sealed class NodeTests(SharedBroker shared) : IDisposable
{
    // Bye! and exit; as for a hub on its own.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private readonly Nodes _nodes = new(shared);

    [RabbitFact]
    public async Task Two_nodes_list_each_others_members_and_one_that_stops_says_so()
    {
        var (a, b) = (await _nodes.StartAsync("a"), await _nodes.StartAsync("b"));
        var (ann, bob) = (_nodes.Client("ann", a), _nodes.Client("bob", b));
        await Nodes.MeetAsync(ann, bob);
        await Nodes.ListsAsync(a, ann, bob);
        await Nodes.ListsAsync(b, ann, bob);
        Assert.Contains(await a.AskAsync("clients"), line => line.StartsWith($"b     {bob.Endpoint} ", StringComparison.Ordinal));
        Assert.Contains(await b.AskAsync("rooms"), line => line.StartsWith($"a     {Nodes.Room} ", StringComparison.Ordinal));
        foreach (var (client, n) in Enumerable.Range(0, 200).Select(n => (n % 2 == 0 ? ann : bob, n))) client.Says($"line {n}", [ann, bob]);
        await HeardAsync();

        var watch = Stopwatch.StartNew();
        b.Process.Signal(PosixSignals.Terminate);
        Assert.Equal(0, await b.Process.ExitAsync(Wait.Bound));
        Assert.True(watch.Elapsed < Soon, $"it took {watch.Elapsed} to end");
        await Nodes.ListsAsync(a, ann);
        Assert.Contains(await a.AskAsync("stats"), line => line.StartsWith("from b left hub-stopping", StringComparison.Ordinal));
        Assert.Equal(0, await a.LostMembersAsync());
    }

    [RabbitFact]
    public async Task A_node_that_is_stopped_for_a_while_is_lost_and_comes_back_with_its_members()
    {
        var (a, b, c) = (await _nodes.StartAsync("a"), await _nodes.StartAsync("b"), await _nodes.StartAsync("c"));
        var (ann, bob, cid) = (_nodes.Client("ann", a), _nodes.Client("bob", b), _nodes.Client("cid", c));
        await Nodes.MeetAsync(ann, bob, cid);
        b.Process.Signal(PosixSignals.Stop);
        await Nodes.ListsAsync(a, ann, cid);
        await Nodes.ListsAsync(c, ann, cid);
        Assert.Equal(1, await a.LostMembersAsync());
        for (var n = 0; n < 100; n++) ann.Says($"line {n}", [ann, bob, cid]);

        // What was said meanwhile waited at the broker.
        b.Process.Signal(PosixSignals.Continue);
        await HeardAsync();
        await Nodes.ListsAsync(a, ann, bob, cid);
    }

    [RabbitFact]
    public async Task While_the_broker_hangs_the_room_goes_on_and_a_node_ends_in_time()
    {
        var (a, b) = (await _nodes.StartAsync("a"), await _nodes.StartAsync("b"));
        var (ann, bob) = (_nodes.Client("ann", a), _nodes.Client("bob", b));
        await Nodes.MeetAsync(ann, bob);
        shared.Broker.Hang();
        try
        {
            var said = Enumerable.Range(0, 50).Select(n => ann.Says($"line {n}", [ann])).ToList();
            await HeardAsync();
            Assert.All(said, text => Assert.True(_nodes.Tally.TimeTo("ann", text) > TimeSpan.Zero));
            var watch = Stopwatch.StartNew();
            a.Process.Signal(PosixSignals.Terminate);
            Assert.Equal(0, await a.Process.ExitAsync(Wait.Bound));
            Assert.True(watch.Elapsed < Soon, $"it took {watch.Elapsed} to end");
            Assert.DoesNotContain("nhandled", a.Process.LastWords, StringComparison.Ordinal);
        }
        finally
        {
            shared.Broker.Resume();
        }
    }

    [RabbitFact]
    public async Task A_broker_that_is_killed_and_started_again_is_met_again_and_what_waited_is_heard_once()
    {
        var (a, b) = (await _nodes.StartAsync("a"), await _nodes.StartAsync("b"));
        var (ann, bob) = (_nodes.Client("ann", a), _nodes.Client("bob", b));
        await Nodes.MeetAsync(ann, bob);
        shared.Broker.Kill();
        await Wait.Until("it is known", async () => (await a.AskAsync("stats")).Any(line => IsLink(line, "refused")));
        for (var n = 0; n < 100; n++) ann.Says($"line {n}", [ann, bob]);
        await shared.Broker.StartAsync(CancellationToken.None);
        await HeardAsync();
        await Wait.Until("the reconnection is counted", async () => (await a.AskAsync("stats")).Any(line =>
            line.StartsWith("backplane reconnects", StringComparison.Ordinal) && line.EndsWith(" 1", StringComparison.Ordinal)));
    }

    public void Dispose() => _nodes.Dispose();

    private static bool IsLink(string line, string state) =>
        line.StartsWith("backplane  ", StringComparison.Ordinal) && line.Contains(state, StringComparison.OrdinalIgnoreCase);

    private async Task HeardAsync()
    {
        await Wait.Until("all is heard", () => Task.FromResult(_nodes.Tally.IsComplete));
        var (_, expected, heard, lost, doubled) = _nodes.Tally.Sums();
        Assert.Equal((expected, 0, 0), (heard, lost, doubled));
    }
}
