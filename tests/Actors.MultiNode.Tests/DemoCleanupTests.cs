using Actors.MultiNode.Tests.Fixtures;
using Actors.Server.Demo.Processes;

namespace Actors.MultiNode.Tests;

/// <summary>However the demo ends, nothing of it is left.</summary>
[Collection(DemoCollection.Name)]
public sealed class DemoCleanupTests
{
    private const int Interrupt = 2;

    [RabbitFact]
    public Task Ended_by_ctrl_c() => LeavesNothing(Interrupt);

    [RabbitFact]
    public Task Killed_outright() => LeavesNothing(PosixSignals.Kill);

    private static async Task LeavesNothing(int signal)
    {
        using var demo = new DemoRun();
        await demo.SaysAsync("== everyone says something");
        var started = demo.Descendants();
        // Three nodes, the broker, epmd, the shell that watches.
        Assert.True(started.Count >= 6, $"it has started {started.Count} processes");
        demo.Process.Signal(signal);
        Assert.NotEqual(0, await demo.Process.ExitAsync(Wait.Bound));
        await DemoRun.AreGoneAsync(started);
        await Wait.Until("its files are gone", () => Task.FromResult(!demo.LeftFiles));
    }
}
