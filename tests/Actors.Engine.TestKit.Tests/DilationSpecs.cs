using Xunit.Sdk;

namespace Actors.Engine.TestKit.Tests;

public class DilationSpecs() : Akka.TestKit.Xunit2.TestKit("akka.test.timefactor = 4")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void A_duration_is_multiplied_by_the_factor_and_infinity_stays_what_it_is()
    {
        Assert.Equal(TimeSpan.FromSeconds(4), Dilated(TimeSpan.FromSeconds(1)));
        Assert.Equal(Timeout.InfiniteTimeSpan, Dilated(Timeout.InfiniteTimeSpan));
        Assert.Equal(TimeSpan.FromSeconds(12), RemainingOrDefault);
        Assert.Equal(TimeSpan.FromSeconds(12), GetTimeoutOrDefault(null));
        Assert.Equal(Short, GetTimeoutOrDefault(Short));
    }

    [Fact]
    public void Maximum_durations_are_dilated()
    {
        AssertTakes(() => ReceiveN(42, Short));
        AssertTakes(() => ExpectMsgAllOf(Short, "1", "2"));
        AssertTakes(() => FishForMessage(_ => false, Short));
        AssertTakes(() => AwaitCondition(() => false, Short));
        AssertTakes(() => ExpectMsg<string>(Short));
    }

    // 4 x 50 ms, less the 16 ms by which a timer may come early; how late it comes is the machine's affair.
    private static void AssertTakes(Action fails)
    {
        var start = Now;
        Assert.ThrowsAny<XunitException>(fails);
        Assert.True(Now - start >= TimeSpan.FromMilliseconds(4 * 50 - 16));
    }
}
