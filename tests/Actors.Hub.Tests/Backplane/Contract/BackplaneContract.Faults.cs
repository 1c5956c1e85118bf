using System.Diagnostics;
using Actors.Hub.Backplane;

namespace Actors.Hub.Tests.Backplane.Contract;

/// <summary>What holds when the other side is slow, hung or gone.</summary>
public abstract partial class BackplaneContract
{
    /// <summary>A local room is never stalled for more than that.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromMilliseconds(100);

    /// <summary>Ends within a second; the rest is for machines that are busy with other tests.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(1.5);

    // More than any implementation takes unsettled.
    private const int TooMany = 20_000;

    [BackplaneFact]
    public async Task While_it_hangs_it_takes_a_bounded_number_and_no_call_waits_and_then_all_is_heard_in_order()
    {
        var (ann, bob) = (Node("ann"), Node("bob"));
        Meet(Lobby, ann, bob);
        await HangAsync();
        var said = Texts("m", TooMany);
        foreach (var text in said)
        {
            ann.Say(Lobby, text);
        }

        ann.Subscribe(Other);
        ann.Unsubscribe(Other);
        for (var n = 0; n < TooMany; n++)
        {
            ann.Tell(new NodeNews.Beat(ann.Self, n));
        }

        Assert.True(ann.Unsettled > 0, "it settled what cannot have arrived");
        Assert.True(ann.LongestCall < LongestCall, $"a call took {ann.LongestCall}");
        await ResumeAsync();
        ann.Settle();
        bob.Sink.Until("the last is heard", () => bob.HeardOnce(ann, Lobby).Contains(said[^1]));
        Assert.Equal(said, bob.HeardOnce(ann, Lobby).Where(text => text.StartsWith('m')));
    }

    [BackplaneFact]
    public async Task Cut_off_it_says_so_and_takes_nothing_and_afterwards_all_goes_on_without_being_asked()
    {
        var (ann, bob) = (Node("ann"), Node("bob"));
        Meet(Lobby, ann, bob);
        ann.Say(Lobby, "m0");
        bob.Sink.Until("the first is heard", () => bob.HeardOnce(ann, Lobby).Contains("m0"));
        await CutAsync();
        foreach (var node in new[] { ann, bob })
        {
            node.Sink.Until($"{node.Self} knows that it is cut off", () => !node.Sink.IsUp);
        }

        var said = Texts("m", 100);
        foreach (var text in said)
        {
            ann.Say(Lobby, text);
        }

        Assert.True(ann.Unsettled >= said.Count, "it took what it cannot send");
        Assert.False(ann.Tell(new NodeNews.Beat(ann.Self, 1)));
        await RestoreAsync();
        foreach (var node in new[] { ann, bob })
        {
            node.Sink.Until($"{node.Self} is back", () => node.Sink.IsUp && node.Sink.Ups == 2);
        }

        ann.Settle();

        // Subscriptions are kept, but bob may have come back later than what ann said first: from some message on, he hears all.
        Probe(Lobby, ann, bob);
        var heard = bob.HeardOnce(ann, Lobby).Where(text => text.StartsWith('m')).Skip(1).ToList();
        Assert.Equal(said[^heard.Count..], heard);
        Assert.True(ann.LongestCall < LongestCall, $"a call took {ann.LongestCall}");
    }

    [BackplaneFact]
    public async Task In_a_new_connection_it_takes_nothing_from_who_does_not_know_of_it()
    {
        var ann = Node("ann");
        var message = new BackplaneMessage(ann.Self, Lobby, 1, DateTimeOffset.UnixEpoch, "m"u8.ToArray());
        var before = ann.Sink.Connection.Connection;
        await CutAsync();
        ann.Sink.Until("it is cut off", () => !ann.Sink.IsUp);
        await RestoreAsync();
        ann.Sink.Until("it is back", () => ann.Sink.IsUp);
        Assert.False(ann.Backplane.TryPublish(message, before));
        Assert.True(ann.Backplane.TryPublish(message, ann.Sink.Connection.Connection));
    }

    [BackplaneFact]
    public async Task It_ends_in_time_while_it_hangs()
    {
        var (ann, bob) = (Node("ann"), Node("bob"));
        Meet(Lobby, ann, bob);
        await HangAsync();
        foreach (var text in Texts("m", TooMany))
        {
            ann.Say(Lobby, text);
        }

        var watch = Stopwatch.StartNew();
        await ann.DisposeAsync();
        var elapsed = watch.Elapsed;
        await ResumeAsync();
        Assert.True(elapsed < LongestEnd, $"it took {elapsed} to end");
    }

    [BackplaneFact]
    public async Task It_ends_in_time_while_it_is_cut_off()
    {
        var ann = Node("ann");
        await CutAsync();
        ann.Sink.Until("it knows", () => !ann.Sink.IsUp);
        var watch = Stopwatch.StartNew();
        await ann.DisposeAsync();
        var elapsed = watch.Elapsed;
        await RestoreAsync();
        Assert.True(elapsed < LongestEnd, $"it took {elapsed} to end");
    }
}
