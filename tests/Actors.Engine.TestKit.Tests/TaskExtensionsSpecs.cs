using Akka.TestKit.Extensions;

namespace Actors.Engine.TestKit.Tests;

public class TaskExtensionsSpecs
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource<int> _never = new();

    [Fact]
    public async Task A_task_ends_in_time_or_does_not()
    {
        Assert.True(await Task.CompletedTask.AwaitWithTimeout(Long));
        Assert.False(await _never.Task.AwaitWithTimeout(Short));
        Assert.Equal(42, await Task.FromResult(42).WithTimeout(Long));
        await Assert.ThrowsAsync<TimeoutException>(() => _never.Task.WithTimeout(Short));
    }

    [Fact]
    public async Task A_task_that_should_complete_in_time_fails_the_test_if_it_does_not()
    {
        await Task.CompletedTask.ShouldCompleteWithin(Long);
        Assert.Equal(42, await Task.FromResult(42).ShouldCompleteWithin(Long));
        await Assert.ThrowsAnyAsync<Exception>(() => ((Task)_never.Task).ShouldCompleteWithin(Short));
        await Task.FromResult(42).ShouldCompleteWithin(42, Long);
        await Assert.ThrowsAnyAsync<Exception>(() => Task.FromResult(42).ShouldCompleteWithin(43, Long));
    }

    [Fact]
    public async Task A_task_that_should_fail_in_time_fails_the_test_if_it_does_not()
    {
        var failed = Task.FromException(new ApplicationException("as it should"));
        Assert.Equal("as it should", (await failed.ShouldThrowWithin<ApplicationException>(Long)).Message);
        await Assert.ThrowsAnyAsync<Exception>(() => failed.ShouldThrowWithin<ArgumentException>(Long));
        await Assert.ThrowsAnyAsync<Exception>(() => Task.CompletedTask.ShouldThrowWithin<ApplicationException>(Long));
    }
}
