using Akka.Actor;

namespace Actors.Engine.Tests.Scheduling;

public sealed class WheelArrivalsTests
{
    private readonly List<string> _calls = [];
    private readonly TimerWheel _wheel = new(8, 10, (_, ex) => throw ex);
    private readonly WheelArrivals _arrivals = new();

    [Fact]
    public void Entries_reach_the_wheel_in_the_order_in_which_they_were_pushed()
    {
        foreach (var name in new[] { "a", "b", "c" }) _arrivals.Push(new RecordingEntry(name, _calls), 5);
        _arrivals.MoveTo(_wheel);
        _arrivals.MoveTo(_wheel);
        _wheel.Advance(10);
        Assert.Equal(["a@10", "b@10", "c@10"], _calls);
    }

    [Fact]
    public void It_is_known_whether_something_waits_that_is_due_before_a_time()
    {
        Assert.False(_arrivals.HasDueBefore(long.MaxValue));
        _arrivals.Push(new RecordingEntry("a", _calls), 20);
        _arrivals.Push(new RecordingEntry("b", _calls), 50);
        Assert.False(_arrivals.HasDueBefore(20));
        Assert.True(_arrivals.HasDueBefore(21));
    }

    [Fact]
    public void Nothing_is_lost_where_many_threads_push_while_one_takes()
    {
        const int threads = 4;
        const int each = 20_000;
        var pushers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < each; i++) _arrivals.Push(new RecordingEntry("x", _calls), long.MaxValue);
        })).ToArray();
        foreach (var pusher in pushers) pusher.Start();
        while (pushers.Any(p => p.IsAlive)) _arrivals.MoveTo(_wheel);
        foreach (var pusher in pushers) pusher.Join();
        _arrivals.MoveTo(_wheel);
        Assert.Equal(threads * each, _wheel.Count);
    }
}
