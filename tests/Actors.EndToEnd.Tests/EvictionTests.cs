using System.Diagnostics;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>
/// Silence is noticed. Tight bounds are the specs' affair, in virtual time; here, on a busy machine, the hub's own count tells, and the
/// bounds leave room.
/// </summary>
public sealed class EvictionTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_silent_member_is_evicted_hears_nothing_more_and_may_come_back()
    {
        using var hub = new RunningHub("--set", "hub.interval=1s");
        using var ann = hub.User();
        var silent = Stopwatch.StartNew();
        ann.Joins();
        await Wait.Until("the silent member is evicted", () => hub.Stat("evicted") == 1, hub.Process.Said);
        Assert.True(silent.Elapsed >= Interval, $"Evicted after {silent.Elapsed}, before its interval was over.");
        Assert.InRange(hub.Stat("eviction latest"), 0, (silent.Elapsed - Interval).TotalMilliseconds);
        Assert.False(hub.Lists(ann));

        using var bob = hub.User().Joins();
        bob.Settles();
        Assert.True(ann.HasHeardNothing);

        ann.Joins();
    }

    [Fact]
    public async Task What_others_say_does_not_keep_a_silent_member()
    {
        using var hub = new RunningHub("--set", "hub.interval=1s");
        using ChatUser silent = hub.User().Joins(), busy = hub.User().Joins();
        await Wait.Until("the silent member is evicted and the busy one is not", () =>
        {
            busy.Says("still here");
            return !hub.Lists(silent);
        }, hub.Process.Said);
        Assert.True(hub.Lists(busy));
    }

    [UnixFact]
    public async Task Whoever_beat_while_the_hub_was_stopped_is_still_a_member_and_who_did_not_is_evicted()
    {
        using var hub = new RunningHub("--set", "hub.interval=1s");
        using var silent = hub.User().Joins();
        var beating = Enumerable.Range(0, 5).Select(_ => hub.User()).ToList();
        await Beat(TimeSpan.FromSeconds(0.3), () => Signal.Send(hub.Process.Id, Signal.Stop));
        await Beat(TimeSpan.FromSeconds(2.5), () => Signal.Send(hub.Process.Id, Signal.Continue));
        await Beat(TimeSpan.FromSeconds(1), () => true);
        Assert.Equal(1, hub.Stat("evicted"));
        Assert.Equal(6, hub.Stat("joined"));
        Assert.False(hub.Lists(silent));
        beating.ForEach(user => user.Dispose());

        async Task Beat(TimeSpan time, Func<bool> then)
        {
            using var beats = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < time; await beats.WaitForNextTickAsync())
                beating.ForEach(user => user.Says("^hb^"));
            Assert.True(then());
        }
    }

    [Fact]
    public async Task Each_listener_may_have_an_interval_of_its_own()
    {
        using var hub = new RunningHub("--set", "hub.interval=120s",
            "--set", "hub.listeners.brisk.port=0", "--set", "hub.listeners.brisk.interval=1s");
        using ChatUser patient = hub.User().Joins(), brisk = hub.User("brisk").Joins();
        await Wait.Until("the brisk listener's member is evicted", () => !hub.Lists(brisk), hub.Process.Said);
        Assert.True(hub.Lists(patient));
        Assert.Equal(1, hub.Stat("evicted"));
    }
}
