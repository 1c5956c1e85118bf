using Actors.Client.Chat;

namespace Actors.Client.Tests.Chat;

public sealed class ChatTallyTests
{
    private readonly ChatTally _tally = new(TimeSpan.Zero, TimeSpan.FromSeconds(20));

    [Fact]
    public void A_silence_is_told_when_it_has_doubled()
    {
        var told = Enumerable.Range(0, 101).Where(second => _tally.TakeNotice(TimeSpan.FromSeconds(second)));

        Assert.Equal([20, 40, 80], told);
    }

    [Fact]
    public void What_is_heard_ends_a_silence_and_answers_what_was_said()
    {
        _tally.Said(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), _tally.UnansweredSince);
        Assert.EndsWith("a message is unanswered for 24 s", _tally.Notice(TimeSpan.FromSeconds(25)), StringComparison.Ordinal);

        _tally.HeardAt(TimeSpan.FromSeconds(30));

        Assert.Null(_tally.UnansweredSince);
        Assert.Equal(TimeSpan.FromSeconds(5), _tally.SilentFor(TimeSpan.FromSeconds(35)));
        Assert.False(_tally.TakeNotice(TimeSpan.FromSeconds(49)));
        Assert.True(_tally.TakeNotice(TimeSpan.FromSeconds(50)));
    }

    [Fact]
    public void The_sum_counts()
    {
        _tally.Beat();
        _tally.Said(TimeSpan.Zero);
        _tally.Said(TimeSpan.Zero);
        _tally.HeardAt(TimeSpan.Zero);

        Assert.Equal("1 heartbeat and 2 messages sent, 1 line heard", _tally.Sum);
        Assert.Equal("1 heartbeat, 2 sent, 1 heard", _tally.Glance);
    }

    [Fact]
    public void Heartbeats_are_never_later_than_half_the_interval_and_not_all_alike()
    {
        var schedule = new HeartbeatSchedule(TimeSpan.FromSeconds(10), new Random(20266));
        var pauses = Enumerable.Range(0, 1_000).Select(_ => schedule.Next().TotalSeconds).ToList();

        Assert.All(pauses, pause => Assert.InRange(pause, 4.0, 5.0));
        Assert.True(pauses.Max() - pauses.Min() > 0.9);
    }
}
