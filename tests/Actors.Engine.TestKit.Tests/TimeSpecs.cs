using Akka.Actor;
using Akka.TestKit.TestActors;
using Xunit.Sdk;

namespace Actors.Engine.TestKit.Tests;

public class TimeSpecs : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public void Nothing_remains_outside_of_within()
    {
        Assert.Throws<InvalidOperationException>(() => Remaining);
        Assert.Equal(TimeSpan.FromSeconds(3), RemainingOrDefault);
        Assert.Throws<ArgumentException>(() => RemainingOrDilated(Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void Within_shares_its_time_and_the_inner_one_counts()
    {
        Within(Long, () =>
        {
            Assert.InRange(Remaining, TimeSpan.FromSeconds(30), Long);
            Within(TimeSpan.FromSeconds(10), () => Assert.InRange(RemainingOrDefault, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)));
            Within(Long + Long, () => Assert.InRange(Remaining, TimeSpan.Zero, Long));
            Assert.InRange(Remaining, TimeSpan.FromSeconds(30), Long);
        });
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public void Within_gives_back_what_its_block_returns_and_throws_what_it_throws()
    {
        Assert.Equal(42, Within(Long, () => 42));
        Assert.Throws<ApplicationException>(() => Within(Long, () => throw new ApplicationException()));
    }

    [Fact]
    public void A_block_that_takes_less_than_its_minimum_fails() =>
        Assert.ThrowsAny<XunitException>(() => Within(Long, Long + Long, () => { }));

    [Fact]
    public void A_block_that_takes_more_than_its_maximum_fails_unless_it_ends_by_expecting_nothing()
    {
        var probe = CreateTestProbe();
        Assert.ThrowsAny<XunitException>(() => Within(Short, () => probe.ExpectNoMsg(200)));
        Within(Short, () => ExpectNoMsg(200));
    }

    [Fact]
    public async Task An_asynchronous_block_has_the_same_time()
    {
        Assert.Equal(42, await WithinAsync(Long, async () =>
        {
            await Task.Yield();
            Assert.InRange(Remaining, TimeSpan.Zero, Long);
            return 42;
        }));
        var never = new TaskCompletionSource();
        await Assert.ThrowsAnyAsync<XunitException>(() => WithinAsync(Short, () => never.Task));
    }

    [Fact]
    public void A_condition_is_awaited_until_it_holds()
    {
        var asked = 0;
        AwaitCondition(() => ++asked == 3, Long, TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, asked);
    }

    [Fact]
    public void A_condition_that_never_holds_fails_with_its_message_or_is_answered_by_no()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, Short, TimeSpan.FromMilliseconds(1), "my message"));
        Assert.Contains("Timeout 00:00:00.0300000 expired while waiting for condition", failure.Message);
        Assert.Contains("my message", failure.Message);
        Assert.False(AwaitConditionNoThrow(() => false, Short));
        Assert.True(AwaitConditionNoThrow(() => true, Short));
    }

    [Fact]
    public async Task A_condition_is_awaited_asynchronously()
    {
        var asked = 0;
        await AwaitConditionAsync(() => Task.FromResult(++asked == 3), Long, TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAnyAsync<XunitException>(() => AwaitConditionAsync(() => false, Short, TimeSpan.FromMilliseconds(1)));
        Assert.False(await AwaitConditionNoThrowAsync(() => false, Short));
    }

    [Fact]
    public void An_assertion_is_tried_until_it_holds()
    {
        var tries = 0;
        AwaitAssert(() => Assert.Equal(3, ++tries), Long, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void An_assertion_that_never_holds_fails_by_what_it_threw_last()
    {
        var tries = 0;
        Assert.Throws<ApplicationException>(() => AwaitAssert(
            () =>
            {
                tries++;
                throw new ApplicationException();
            },
            TimeSpan.FromMilliseconds(100),
            TimeSpan.FromMilliseconds(1)));
        Assert.True(tries > 1);
    }

    [Fact]
    public async Task An_assertion_is_tried_asynchronously()
    {
        var tries = 0;
        await AwaitAssertAsync(() => Assert.Equal(2, ++tries), Long, TimeSpan.FromMilliseconds(1));
        await AwaitAssertAsync(
            async () =>
            {
                await Task.Yield();
                Assert.Equal(4, ++tries);
            },
            Long,
            TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Each_try_tells_as_the_test()
    {
        var echo = Sys.ActorOf(SimpleEchoActor.Props());
        AwaitAssert(
            () =>
            {
                echo.Tell("ping");
                ExpectMsg("ping");
                Assert.True(Random(), "once more");
            },
            Long,
            TimeSpan.FromMilliseconds(1));

        bool Random() => _again-- == 0;
    }

    private int _again = 3;
}
