using System.Diagnostics;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>However the hub is told to end, every member hears Bye!, and the process exits with 0.</summary>
public sealed class ShutdownTests
{
    /// <summary>The promise is 2 s; twice that where others share the cores. A phase of the shutdown that hung would take 5 s.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    [UnixFact]
    public void Sigterm_says_bye_to_every_member() => EndsWell(hub => Signal.Send(hub.Process.Id, Signal.Terminate));

    [UnixFact]
    public void Sigint_says_bye_to_every_member() => EndsWell(hub => Signal.Send(hub.Process.Id, Signal.Interrupt));

    [Fact]
    public void Quit_at_the_console_says_bye_to_every_member() => EndsWell(hub => hub.Process.Type("quit"));

    [UnixFact]
    public void A_hub_without_members_ends_on_sigterm_too()
    {
        using var hub = new RunningHub();
        Signal.Send(hub.Process.Id, Signal.Terminate);
        Assert.Equal(0, hub.Process.WaitForExit(Soon));
    }

    [UnixFact]
    public void Further_signals_to_the_very_end_change_nothing()
    {
        using var hub = new RunningHub();
        using var ann = hub.User().Joins();
        var patience = Stopwatch.StartNew();
        while (!hub.Process.HasExited && patience.Elapsed < Soon) Signal.Send(hub.Process.Id, Signal.Terminate);
        ann.Hears("Bye!");
        Assert.Equal(0, hub.Process.WaitForExit(Soon));
    }

    [UnixFact]
    public async Task What_waits_to_be_sent_does_not_keep_bye_back()
    {
        const int count = 200;
        using var hub = new RunningHub("--set", "hub.interval=120s");
        var members = Enumerable.Range(0, count).Select(_ => hub.User()).ToList();
        foreach (var member in members) member.Says("^hb^");
        await Wait.Until("all of them have joined", () => hub.Stat("joined") == count, hub.Process.Said);

        // 4,000 messages for 200 members each: more than a second of sending. Nobody reads them, so the hub itself must tell what it did.
        for (var n = 0; n < 4_000; n++) members[0].Says(new string('x', 900));
        Signal.Send(hub.Process.Id, Signal.Terminate);
        Assert.Equal(0, hub.Process.WaitForExit(Soon));
        Assert.Contains($"Said Bye! to {count} members", hub.Process.Errors.Text, StringComparison.Ordinal);
        foreach (var member in members) member.Vanishes();
    }

    [UnixFact]
    public void The_port_is_free_for_the_next_hub_at_once()
    {
        using var first = new RunningHub();
        using var ann = first.User().Joins();
        var port = first.Chat.Port;
        Signal.Send(first.Process.Id, Signal.Terminate);
        Assert.Equal(0, first.Process.WaitForExit(Soon));

        using var second = new RunningHub("--set", $"hub.listeners.chat.port={port}");
        Assert.Equal(port, second.Chat.Port);
        ann.Hears("Bye!");
        ann.Joins();
    }

    private static void EndsWell(Action<RunningHub> end)
    {
        using var hub = new RunningHub();
        using ChatUser ann = hub.User().Joins(), bob = hub.User(), gone = hub.User();
        bob.Says("\n");
        ann.HearsAck("", bob);
        gone.Joins();
        gone.Says("quit");
        ann.Settles();

        var watch = Stopwatch.StartNew();
        end(hub);
        Assert.Equal(0, hub.Process.WaitForExit(Soon));
        Assert.True(watch.Elapsed < Soon, $"It took {watch.Elapsed} to end.");

        ann.Hears("Bye!");
        while (bob.Hears() is var line && line != "Bye!\n") Assert.StartsWith("Ack ", line, StringComparison.Ordinal);
        while (!gone.HasHeardNothing) Assert.NotEqual("Bye!", gone.Hears());
        Assert.True(ann.HasHeardNothing && bob.HasHeardNothing);
    }
}
