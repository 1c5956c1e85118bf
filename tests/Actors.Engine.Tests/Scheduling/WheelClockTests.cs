using Akka.Actor;

namespace Actors.Engine.Tests.Scheduling;

public sealed class WheelClockTests
{
    /// <summary>What the cheap reading may be ahead: 16 ms of coarseness, once for the lag and once for its swing.</summary>
    private static readonly long Ahead = TimeSpan.FromMilliseconds(32).Ticks;

    [Fact]
    public void The_cheap_reading_is_never_behind_the_exact_one_and_never_far_ahead()
    {
        var clock = new WheelClock();
        var until = clock.ExactTicks + TimeSpan.FromMilliseconds(200).Ticks;
        while (clock.ExactTicks < until)
        {
            var before = clock.ExactTicks;
            var cheap = clock.CheapTicks;
            var after = clock.ExactTicks;
            Assert.True(cheap >= before, $"cheap {cheap} is behind exact {before}");
            Assert.True(cheap <= after + Ahead, $"cheap {cheap} is far ahead of exact {after}");
            clock.Calibrate();
        }
    }
}
