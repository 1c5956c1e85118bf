using Actors.Datagrams;
using Actors.Hub.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Xunit.Abstractions;

namespace Actors.Hub.Tests.Memory;

/// <summary>
/// What a datagram's way through the hub allocates in steady state. A Debug build makes its pooled objects anew, so that misuse throws; that
/// is taken off. Alone in the process, since it counts all that is allocated there.
/// </summary>
[Collection(nameof(Alone))]
public sealed class DataPathAllocationTests(ITestOutputHelper output)
{
    private const int WarmUp = 10_000;
    private const int Datagrams = 25_000;

    // What the engine keeps for a thread of the pool is allocated once, whenever another one helps out; so the best of some rounds counts.
    private const int Rounds = 5;

    [EngineFact]
    public async Task A_round_trip_of_two_members_allocates_at_most_a_byte() => Assert.InRange(await BytesPerDatagram(2, 1, "hello"), -1, 1);

    [EngineFact]
    public async Task A_delivery_to_a_hundred_members_allocates_at_most_a_hundredth_of_a_byte() =>
        Assert.InRange(await BytesPerDatagram(100, 16, "hello") / 100, -0.01, 0.01);

    [EngineFact]
    public async Task A_heartbeat_allocates_nothing_and_rents_no_message() => Assert.InRange(await BytesPerDatagram(100, 16, "^hb^"), -1, 0.1);

    private async Task<double> BytesPerDatagram(int members, int atOnce, string text)
    {
        var system = ActorSystem.Create("weighed", ConfigurationFactory.ParseString($$"""
            akka.loglevel = WARNING
            hub.dispatcher { type = "{{EngineFactAttribute.RunToCompletion}}", threads = ["receive *"], throughput = 100 }
            """));
        var counters = new HubCounters();
        using var socket = new Treadmill();
        var listener = new BoundListener(HubOptions.Default.Listeners[0], socket);
        system.ActorOf(HubActor.Props(HubOptions.Default, [listener], counters), "hub");

        EndpointKey[] everyone = [.. Enumerable.Range(1, members).Select(Peers.Number)];
        Run(socket, counters, members, 1, "^hb^", everyone);
        Run(socket, counters, WarmUp, atOnce, text, everyone);
        var bytes = double.MaxValue;
        var sent = socket.Sent;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Run(socket, counters, Datagrams, atOnce, text, everyone);
            bytes = Math.Min(bytes, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Datagrams);
        }

        var isHeartbeat = text == "^hb^";
        Assert.Equal(isHeartbeat ? 0 : (long)Rounds * Datagrams * members, socket.Sent - sent);
        await system.Terminate();

        var ofPools = BytesOfPooledObjects(isHeartbeat);
        output.WriteLine($"{bytes:0.000} bytes a datagram, {ofPools} of them the Debug build's");
        return bytes - ofPools;
    }

    /// <summary>Lets them arrive, and waits until the hub has dealt with all.</summary>
    private static void Run(Treadmill socket, HubCounters counters, int datagrams, int atOnce, string text, EndpointKey[] speakers)
    {
        var received = counters.Received + datagrams;
        socket.Run(datagrams, atOnce, text, speakers);
        Assert.True(SpinWait.SpinUntil(() => counters.Received == received, TimeSpan.FromSeconds(30)), "the hub deals with all that arrives");
    }

    private static long BytesOfPooledObjects(bool isHeartbeat)
    {
        const int rounds = 1_000;
        var datagrams = new DatagramPool(1);
        var messages = new OutgoingMessagePool(1);
        RentAndRelease(datagrams, messages, isHeartbeat);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < rounds; n++)
        {
            RentAndRelease(datagrams, messages, isHeartbeat);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / rounds;
    }

    private static void RentAndRelease(DatagramPool datagrams, OutgoingMessagePool messages, bool isHeartbeat)
    {
        Assert.True(datagrams.TryRent(out var datagram));
        if (isHeartbeat)
        {
            datagram.Release();
            return;
        }

        Assert.True(messages.TryRent(out var message));
        message.SaidBy(default, datagram).Release();
    }
}
