using Actors.Server.Demo;

namespace Actors.Server.Tests.Demo;

/// <summary>What the demo proves it by can tell a message that is lost, and one that comes twice.</summary>
public sealed class DemoTallyTests
{
    private readonly DemoTally _tally = new(TimeProvider.System);

    [Fact]
    public void What_everyone_heard_once_is_neither_lost_nor_doubled()
    {
        Said("ANN: HI", "ann", "bob");
        Heard("ANN: HI", "ann", "bob");
        Assert.Equal((1, 2, 2, 0, 0), _tally.Sums());
        Assert.True(_tally.IsComplete);
    }

    [Fact]
    public void What_somebody_did_not_hear_is_lost()
    {
        Said("ANN: HI", "ann", "bob");
        Heard("ANN: HI", "ann");
        Assert.Equal((1, 2, 1, 1, 0), _tally.Sums());
        Assert.False(_tally.IsComplete);
        Assert.Equal(["ann"], _tally.HearersOf("ANN: HI"));
    }

    [Fact]
    public void What_somebody_heard_again_is_doubled()
    {
        Said("ANN: HI", "ann", "bob");
        Heard("ANN: HI", "ann", "bob", "bob", "bob");
        Assert.Equal((1, 2, 2, 0, 2), _tally.Sums());
    }

    [Fact]
    public void What_nobody_said_and_who_need_not_hear_do_not_count()
    {
        Said("ANN: HI", "ann");
        Heard("ANN: ?", "ann");
        Heard("ANN: HI", "ann", "gus");
        Assert.Equal((1, 1, 1, 0, 0), _tally.Sums());
    }

    [Fact]
    public void The_table_holds_when_every_row_does()
    {
        var table = new DemoTable();
        table.Add("said", "5");
        table.Add("lost", "0", "0", holds: true);
        Assert.True(table.Holds);
        table.Add("doubled", "1", "0", holds: false);
        Assert.False(table.Holds);
        var text = new StringWriter { NewLine = "\n" };
        table.WriteTo(text);
        Assert.Equal(
            "PROVED   FIGURE  ASKED FOR\nsaid     5\nlost     0       0          holds\ndoubled  1       0          DOES NOT HOLD\n", text.ToString());
    }

    private void Said(string text, params string[] hearers) => _tally.Say(text, hearers);

    private void Heard(string text, params string[] hearers)
    {
        foreach (var hearer in hearers) _tally.Hear(text, hearer);
    }
}
