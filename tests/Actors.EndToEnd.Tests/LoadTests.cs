using System.Globalization;
using System.Text.Json;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>The client's load and the hub, each a process of its own: what one counts, the other does too.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task What_a_load_sends_and_hears_is_what_the_hub_received_and_sent()
    {
        using var hub = new RunningHub();
        var load = Run(hub, "--members 30 --senders 3 --window 8 --warmup 10ms --messages 300");

        Assert.Equal((30L, 9_000L, 0L), (Of(load, "joined"), Of(load, "delivered"), Of(load, "lost")));
        Assert.True(load.GetProperty("server").GetProperty("cpu_us_per_delivery").GetDouble() > 0);
        var traffic = load.GetProperty("traffic");
        await Wait.Until("every member has left", () => hub.Stat("left quit") == 30);
        Assert.Equal((Of(traffic, "sent"), Of(traffic, "received")), (hub.Stat("received"), hub.Stat("sent")));
    }

    [Fact]
    public void Members_that_fall_silent_hear_nothing_soon_after_the_interval_and_the_others_everything()
    {
        using var hub = new RunningHub("--set", "hub.interval=1s");
        var load = Run(
            hub, "--members 40 --rate 50 --heartbeat 400ms --warmup 10ms --duration 4s --silent-share 50 --silent-after 100ms");

        Assert.Equal((0L, 20L), (Of(load, "lost"), Of(load.GetProperty("silent"), "members")));
        // The interval and the grace, 1.5 s; a message each 20 ms tells how far beyond it was.
        Assert.InRange(load.GetProperty("silent").GetProperty("longest_s").GetDouble(), 1, 2.5);
        Assert.Equal(20, hub.Stat("evicted"));
    }

    private static JsonElement Run(RunningHub hub, string options)
    {
        using var folder = new TemporaryFolder();
        var pid = hub.Process.Id.ToString(CultureInfo.InvariantCulture);
        string[] command = [Checkout.Client, "load", $"{hub.Chat}", "--server-pid", pid, "--json", .. options.Split(' ')];
        using var client = ServerProcess.Run(ServerProcess.Dotnet, folder.Path, command);
        Assert.True(client.WaitForExit() == 0, client.Said());
        return JsonDocument.Parse(client.Output.Lines[^1]).RootElement;
    }

    private static long Of(JsonElement json, string property) => json.GetProperty(property).GetInt64();
}
