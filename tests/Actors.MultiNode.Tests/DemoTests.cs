using Actors.MultiNode.Tests.Fixtures;
using Actors.Server.Demo.Processes;

namespace Actors.MultiNode.Tests;

/// <summary>The demo holds, with a broker and without, and leaves nothing behind.</summary>
[Collection(DemoCollection.Name)]
public sealed class DemoTests
{
    [RabbitFact]
    public async Task With_a_broker_it_holds()
    {
        using var demo = new DemoRun();
        await demo.SaysAsync("== everyone says something");
        var started = demo.Descendants();
        var lines = await demo.EndsWellAsync();
        Assert.StartsWith("demo: three nodes, a process each, around a private RabbitMQ at 127.0.0.1:", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("== the broker hangs for 3 s (SIGSTOP)", StringComparison.Ordinal));
        Assert.Equal("all of it holds", lines[^1]);
        await DemoRun.AreGoneAsync(started);
        Assert.False(demo.LeftFiles);
    }

    [Fact]
    public async Task Without_a_broker_it_says_so_first_and_holds()
    {
        using var demo = new DemoRun(path: "");
        var lines = await demo.EndsWellAsync();
        Assert.Equal(
            "demo: three nodes in one process, since rabbitmq-server is not installed; to see them as processes around a real broker: " +
            PrivateBroker.HowToInstall,
            lines[0]);
        Assert.Contains(lines, line => line.StartsWith("== node b is killed", StringComparison.Ordinal));
        Assert.Equal("all of it holds", lines[^1]);
    }
}
