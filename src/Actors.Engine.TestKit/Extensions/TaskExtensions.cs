using Xunit.Sdk;

namespace Akka.TestKit.Extensions;

/// <summary>Waits for tasks, but not for ever.</summary>
public static class TaskExtensions
{
    /// <summary>Waits for the task.</summary>
    /// <returns>Whether it ended in time, in whatever way.</returns>
    public static async Task<bool> AwaitWithTimeout(this Task parentTask, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        try
        {
            await parentTask.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (parentTask.IsCompleted)
        {
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }

        return true;
    }

    /// <summary>Waits for the task's result.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public static Task<T> WithTimeout<T>(this Task<T> parentTask, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        parentTask.WaitAsync(timeout, cancellationToken);

    /// <summary>The task must complete in time.</summary>
    public static async Task ShouldCompleteWithin(this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        await AssertEnds(task, timeout, because, becauseArgs).ConfigureAwait(false);
        await task.ConfigureAwait(false);
    }

    /// <summary>The task must complete in time.</summary>
    /// <returns>Its result.</returns>
    public static async Task<T> ShouldCompleteWithin<T>(this Task<T> task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        await AssertEnds(task, timeout, because, becauseArgs).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    /// <summary>The task must complete in time, with the result.</summary>
    public static async Task ShouldCompleteWithin<T>(
        this Task<T> task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        var actual = await task.ShouldCompleteWithin(timeout, because, becauseArgs).ConfigureAwait(false);
        if (!Equals(expected, actual))
            throw new XunitException($"Expected the task to complete with {expected}{Reason(because, becauseArgs)}, but it did with {actual}.");
    }

    /// <summary>The task must fail in time, by an exception of the type.</summary>
    /// <returns>The exception.</returns>
    public static async Task<T> ShouldThrowWithin<T>(this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        await AssertEnds(task, timeout, because, becauseArgs).ConfigureAwait(false);
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (T expected)
        {
            return expected;
        }
        catch (Exception other)
        {
            throw new XunitException($"Expected the task to throw {typeof(T)}{Reason(because, becauseArgs)}, but it threw {other.GetType()}.", other);
        }

        throw new XunitException($"Expected the task to throw {typeof(T)}{Reason(because, becauseArgs)}, but it completed.");
    }

    /// <summary>The task must fail in time, by an exception with the type and message of the given one.</summary>
    public static async Task ShouldThrowWithin<T>(
        this Task task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        var actual = await task.ShouldThrowWithin<T>(timeout, because, becauseArgs).ConfigureAwait(false);
        if (actual.Message != expected.Message)
            throw new XunitException($"Expected the message \"{expected.Message}\"{Reason(because, becauseArgs)}, but it was \"{actual.Message}\".", actual);
    }

    private static async Task AssertEnds(Task task, TimeSpan timeout, string because, object[] args)
    {
        if (!await task.AwaitWithTimeout(timeout).ConfigureAwait(false))
            throw new XunitException($"Expected the task to complete within {timeout}{Reason(because, args)}.");
    }

    private static string Reason(string because, object[] args) => because.Length == 0 ? "" : " because " + string.Format(because, args);
}
