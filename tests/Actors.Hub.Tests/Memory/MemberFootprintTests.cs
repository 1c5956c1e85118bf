using Actors.Datagrams;
using Akka.Actor;
using Akka.Configuration;
using Xunit.Abstractions;

namespace Actors.Hub.Tests.Memory;

/// <summary>What a member costs while it is silent: everything that the hub keeps of it, on the heap. Alone in the process, since it weighs all of that.</summary>
[Collection(nameof(Alone))]
public sealed class MemberFootprintTests(ITestOutputHelper output)
{
    // Of the sizes that a table grows through, 100,000 is early in one: tables are 64 % full, about as costly as they get.
    private const int Members = 100_000;

    private const int Batch = 64;

    [Fact]
    public async Task A_hundred_thousand_members_cost_at_most_a_kilobyte_each()
    {
        var system = ActorSystem.Create("weighed", ConfigurationFactory.ParseString("hub.dispatcher.type = Dispatcher, akka.loglevel = WARNING"));
        var counters = new HubCounters();
        using var socket = new FakeSocket();
        var options = HubOptions.Default with { Limits = new HubLimits { MembersPerRoom = Members } };
        system.ActorOf(HubActor.Props(options, [new BoundListener(HubOptions.Default.Listeners[0], socket)], counters), "hub");

        // So many first that every lease of the pool has its buffer.
        var first = 2 * options.Limits.DatagramsInFlight;
        Join(socket, counters, 0, first);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Join(socket, counters, first, Members);
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)(Members - first);
        output.WriteLine($"{each:0} bytes a member");
        await system.Terminate();
        Assert.InRange(each, 100, 1_000);
    }

    private static void Join(FakeSocket socket, HubCounters counters, int from, int to)
    {
        for (var next = from; next < to; next += Batch)
        {
            socket.Arrive([.. Enumerable.Range(next, Math.Min(Batch, to - next)).Select(number => (Peers.Number(number + 1), "^hb^"))]);
            var joined = next;
            Assert.True(SpinWait.SpinUntil(() => counters.Joined > joined, TimeSpan.FromSeconds(10)), "the hub admits who arrives");
        }

        Assert.True(SpinWait.SpinUntil(() => counters.Joined == to, TimeSpan.FromSeconds(10)), "everyone has joined");
    }
}
