using Actors.Client.Load;

namespace Actors.Client.Tests.Load;

public sealed class MemberTallyTests
{
    [Fact]
    public void What_comes_in_order_is_in_order_also_across_gaps() =>
        Assert.All(Hearings(senders: 1, [0, 1, 2, 5, 700, 701]), hearing => Assert.Equal(Hearing.InOrder, hearing));

    [Fact]
    public void What_comes_again_is_a_duplicate() => Assert.Equal(
        [Hearing.InOrder, Hearing.Duplicate, Hearing.InOrder, Hearing.Duplicate, Hearing.Duplicate],
        Hearings(senders: 1, [3, 3, 4, 3, 4]));

    [Fact]
    public void What_comes_after_something_later_of_its_sender_is_out_of_order() =>
        Assert.Equal([Hearing.InOrder, Hearing.OutOfOrder, Hearing.Duplicate], Hearings(senders: 1, [1, 0, 0]));

    [Fact]
    public void Two_senders_may_overtake_each_other() =>
        Assert.Equal([Hearing.InOrder, Hearing.InOrder, Hearing.InOrder, Hearing.OutOfOrder], Hearings(senders: 2, [1, 0, 4, 2]));

    [Fact]
    public void What_is_older_than_the_ring_is_too_late() =>
        Assert.Equal([Hearing.InOrder, Hearing.TooLate, Hearing.OutOfOrder], Hearings(senders: 1, [1_000, 1, 999]));

    [Fact]
    public void A_place_of_the_ring_forgets_what_stood_there_a_ring_ago()
    {
        var tally = new MemberTally(members: 1, senders: 1, apart: 16); // 128 bits
        for (var number = 0L; number < 128; number++) tally.Note(0, number);
        tally.Note(0, 200);

        Assert.Equal(Hearing.OutOfOrder, tally.Note(0, 150));
        Assert.Equal(Hearing.Duplicate, tally.Note(0, 127));
    }

    [Fact]
    public void Members_are_kept_apart_and_counted()
    {
        var tally = new MemberTally(members: 3, senders: 1, apart: 16);
        tally.Note(0, 7);
        tally.Note(2, 7);
        tally.Note(2, 8);

        Assert.Equal(2, tally.HaveHeard);
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(tally.HasHeard));
        Assert.Equal(Hearing.InOrder, tally.Note(1, 7));
    }

    [Fact]
    public void A_shuffled_stream_with_losses_and_duplicates_is_counted_exactly()
    {
        const int Messages = 20_000;
        var random = new Random(20260);
        var tally = new MemberTally(members: 1, senders: 1, apart: 256);
        // Each message 0, 1 or 2 times; nothing is displaced by more than 100.
        var heard = Enumerable.Range(0, Messages)
            .SelectMany(number => Enumerable.Repeat(number, random.Next(3)).Select(one => (At: one + random.Next(100), Number: one)))
            .OrderBy(one => one.At).Select(one => (long)one.Number).ToArray();
        var counts = heard.Select(number => tally.Note(0, number)).CountBy(hearing => hearing).ToDictionary();

        Assert.Equal(heard.Distinct().Count(), counts[Hearing.InOrder] + counts[Hearing.OutOfOrder]);
        Assert.Equal(heard.Length - heard.Distinct().Count(), counts[Hearing.Duplicate]);
        Assert.DoesNotContain(Hearing.TooLate, counts.Keys);
    }

    private static IEnumerable<Hearing> Hearings(int senders, long[] numbers)
    {
        var tally = new MemberTally(members: 1, senders, apart: 16);
        return numbers.Select(number => tally.Note(0, number)).ToArray();
    }
}
