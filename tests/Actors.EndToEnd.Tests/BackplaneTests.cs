using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>A hub that shares its rooms, as an operator and its members see it; what needs a broker is in Actors.MultiNode.Tests.</summary>
public sealed class BackplaneTests
{
    /// <summary>The promise is 2 s; twice that where others share the cores.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    [Fact]
    public void Listeners_that_name_the_same_room_are_one_room_in_process_and_the_console_shows_the_node()
    {
        using var hub = new RunningHub(
            "--set", "hub.backplane=in-process", "--set", "hub.node=alpha", "--set", "hub.listeners.second.port=0");
        using ChatUser ann = hub.User().Joins(), bob = hub.User("second");
        bob.Says("hi");
        bob.HearsAck("HI", bob);
        ann.HearsAck("HI", bob);
        Assert.StartsWith($"alpha  {ann.Name}", hub.Ask("clients")[1], StringComparison.Ordinal);
        Assert.Equal(2, hub.Ask("rooms").Count(line => line.StartsWith("alpha  lobby", StringComparison.Ordinal)));
        Assert.Equal(2, hub.Stat("backplane published"));
    }

    [Fact]
    public void Without_a_backplane_they_are_two_rooms_and_nothing_is_said_of_nodes()
    {
        using var hub = new RunningHub("--set", "hub.listeners.second.port=0");
        using ChatUser ann = hub.User().Joins(), bob = hub.User("second").Joins();
        ann.Settles();
        bob.Settles();
        Assert.True(ann.HasHeardNothing && bob.HasHeardNothing);
        Assert.DoesNotContain(hub.Ask("stats"), line => line.Contains("backplane", StringComparison.Ordinal));
    }

    [UnixFact]
    public void With_a_broker_that_says_nothing_the_rooms_go_on_and_the_hub_ends_in_time()
    {
        // It takes connections, and never answers.
        using var broker = new TcpListener(IPAddress.Loopback, 0);
        broker.Start();
        using var hub = new RunningHub(
            "--set", "hub.backplane=rabbitmq", "--set", $"hub.rabbitmq.uri=amqp://127.0.0.1:{((IPEndPoint)broker.LocalEndpoint).Port}");
        using var ann = hub.User().Joins();
        ann.Settles();
        Assert.Equal((0, 4), (hub.Stat("backplane published"), hub.Stat("backplane waiting")));

        var watch = Stopwatch.StartNew();
        Signal.Send(hub.Process.Id, Signal.Terminate);
        ann.Hears("Bye!");
        Assert.Equal(0, hub.Process.WaitForExit(Soon));
        Assert.True(watch.Elapsed < Soon, $"It took {watch.Elapsed} to end.");
    }
}
