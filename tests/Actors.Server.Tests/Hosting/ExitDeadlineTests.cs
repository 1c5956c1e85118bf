using Actors.Server.Hosting;

namespace Actors.Server.Tests.Hosting;

public class ExitDeadlineTests
{
    [Fact]
    public void A_stop_that_hangs_is_ended()
    {
        using var exited = new ManualResetEventSlim();
        using var deadline = new ExitDeadline(TimeSpan.FromMilliseconds(1), exited.Set);
        deadline.Start();
        Assert.True(exited.Wait(TimeSpan.FromSeconds(30)), "the deadline passed, and nothing ended the process");
    }

    [Fact]
    public void A_stop_that_is_done_is_left_alone()
    {
        var ended = false;
        using var deadline = new ExitDeadline(TimeSpan.Zero, () => ended = true);
        deadline.Dispose();
        Assert.True(deadline.Start().Join(TimeSpan.FromSeconds(30)), "the deadline waits for a stop that is done");
        Assert.False(ended);
    }
}
