using Akka.Actor;

namespace Actors.Engine.Tests.Scheduling;

/// <summary>The wheel alone, turned by hand: 8 slots of 10 ticks.</summary>
public sealed class TimerWheelTests
{
    private readonly List<string> _calls = [];
    private readonly List<string> _failures = [];
    private readonly TimerWheel _wheel;

    public TimerWheelTests() => _wheel = new TimerWheel(8, 10, (_, ex) => _failures.Add(ex.Message));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 20)]
    [InlineData(79, 80)]
    [InlineData(80, 80)]
    [InlineData(81, 90)]
    [InlineData(805, 810)]
    public void An_entry_is_called_at_the_first_tick_that_is_not_before_its_time(long due, long calledAt)
    {
        _wheel.Add(Entry("a"), due);
        for (var now = 0; now < calledAt; now++) _wheel.Advance(now);
        Assert.Empty(_calls);
        _wheel.Advance(calledAt);
        Assert.Equal([$"a@{calledAt}"], _calls);
        Assert.Equal(0, _wheel.Count);
    }

    [Fact]
    public void What_is_due_in_one_tick_is_called_in_the_order_in_which_it_came()
    {
        foreach (var name in new[] { "a", "b", "c" }) _wheel.Add(Entry(name), 5);
        _wheel.Advance(10);
        Assert.Equal(["a@10", "b@10", "c@10"], _calls);
    }

    [Fact]
    public void What_is_overdue_when_it_comes_is_called_at_the_next_turn()
    {
        _wheel.Advance(50);
        _wheel.Add(Entry("late"), 3);
        _wheel.Advance(59);
        Assert.Empty(_calls);
        _wheel.Advance(60);
        Assert.Equal(["late@60"], _calls);
    }

    [Fact]
    public void An_entry_that_answers_a_time_is_called_again_then()
    {
        var times = new Queue<long>([35, 500, WheelEntry.Out]);
        _wheel.Add(Entry("a", _ => times.Dequeue()), 5);
        for (var now = 0; now <= 600; now += 10) _wheel.Advance(now);
        Assert.Equal(["a@10", "a@40", "a@500"], _calls);
        Assert.Equal(0, _wheel.Count);
    }

    [Fact]
    public void An_entry_that_answers_a_time_that_has_passed_is_called_at_the_next_turn_and_not_in_a_loop()
    {
        _wheel.Add(Entry("a", now => now < 30 ? 0 : WheelEntry.Out), 5);
        for (var now = 0; now <= 60; now += 10) _wheel.Advance(now);
        Assert.Equal(["a@10", "a@20", "a@30"], _calls);
    }

    [Fact]
    public void A_pause_of_many_turns_calls_all_that_is_due_and_nothing_else()
    {
        foreach (var due in new[] { 5, 75, 85, 795, 1000, 1001 }) _wheel.Add(Entry($"{due}"), due);
        _wheel.Advance(1000);
        Assert.Equal(["1000@1000", "5@1000", "75@1000", "795@1000", "85@1000"], _calls.Order(StringComparer.Ordinal));
        Assert.Equal(1, _wheel.Count);
        _wheel.Advance(1010);
        Assert.Equal("1001@1010", _calls[^1]);
    }

    [Fact]
    public void A_cancelled_entry_is_let_go_when_its_slot_comes_by_though_its_time_is_far()
    {
        var entry = Entry("a");
        _wheel.Add(entry, 10_000);
        entry.Cancelled = true;
        _wheel.Advance(80);
        Assert.Equal(0, _wheel.Count);
        Assert.Empty(_calls);
    }

    [Fact]
    public void An_entry_that_throws_is_reported_and_out_and_the_others_are_called()
    {
        _wheel.Add(Entry("a", _ => throw new InvalidOperationException("boom")), 5);
        _wheel.Add(Entry("b"), 5);
        _wheel.Advance(10);
        Assert.Equal(["a@10", "b@10"], _calls);
        Assert.Equal(["boom"], _failures);
        Assert.Equal(0, _wheel.Count);
    }

    [Fact]
    public void A_slot_with_more_than_can_be_looked_at_in_one_turn_gives_the_rest_to_the_next_in_order()
    {
        var wheel = new TimerWheel(8, 10, (_, ex) => throw ex, entriesPerVisit: 2);
        foreach (var name in new[] { "a", "b", "c", "d", "e" }) wheel.Add(Entry(name), 5);
        wheel.Add(Entry("later round"), 85);
        wheel.Add(Entry("f"), 15);
        for (var now = 10; now <= 100; now += 10) wheel.Advance(now);
        Assert.Equal(["a@10", "b@10", "c@20", "d@20", "e@30", "f@40", "later round@90"], _calls);
        Assert.Equal(0, wheel.Count);
    }

    [Fact]
    public void The_next_visit_is_that_of_the_next_slot_with_anything_in_it()
    {
        Assert.Equal(long.MaxValue, _wheel.NextVisitTicks());
        _wheel.Add(Entry("a"), 45);
        Assert.Equal(50, _wheel.NextVisitTicks());
        _wheel.Advance(50);
        Assert.Equal(long.MaxValue, _wheel.NextVisitTicks());
    }

    [Fact]
    public void The_furthest_time_does_not_overflow()
    {
        _wheel.Add(Entry("a"), long.MaxValue);
        _wheel.Advance(10_000);
        Assert.Empty(_calls);
        Assert.Equal(1, _wheel.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_261_120)]
    public void A_thousand_entries_at_random_are_each_called_once_within_a_tick_of_their_time(int seed)
    {
        var random = new Random(seed);
        var wanted = new Dictionary<string, long>();
        var now = 0L;
        while (wanted.Count < 1000 || _wheel.Count > 0)
        {
            for (var i = 0; i < 20 && wanted.Count < 1000; i++)
            {
                var name = $"{wanted.Count}";
                wanted[name] = now + random.Next(0, 2_000);
                _wheel.Add(Entry(name), wanted[name]);
            }
            now += random.Next(1, 10);
            _wheel.Advance(now);
        }

        var called = _calls.Select(c => c.Split('@')).ToDictionary(c => c[0], c => long.Parse(c[1]));
        Assert.Equal(1000, called.Count);
        // A tick of 10, another because an entry never fires in the turn in which it came, and up to 9 between two looks at the clock.
        Assert.All(wanted, w => Assert.InRange(called[w.Key], w.Value, w.Value + 29));
    }

    private RecordingEntry Entry(string name, Func<long, long>? answer = null) => new(name, _calls, answer);
}
