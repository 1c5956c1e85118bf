using Actors.Client.Load;

namespace Actors.Client.Tests.Load;

public sealed class PaceTests
{
    [Fact]
    public void Things_are_due_evenly_from_the_start_on()
    {
        var pace = new Pace(start: 100, each: 2.5);
        var due = new List<long>();
        for (var now = 95L; now <= 110; now++)
            while (pace.TryTake(now)) due.Add(now);

        Assert.Equal([100, 102, 105, 107, 110], due);
        Assert.Equal((5, 112), (pace.Taken, pace.NextDue));
    }

    [Fact]
    public void Who_comes_late_takes_all_that_is_due_at_once()
    {
        var pace = new Pace(start: 0, each: 10);
        while (pace.TryTake(1_000))
        {
        }

        Assert.Equal(101, pace.Taken);
    }
}
