namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>
/// How a call of the client library is awaited: for so long and no longer. The library has calls that return long after their token is
/// cancelled, or never (CreateConnectionAsync against a broker that is hung), so the waiting ends here whatever the call does; and what an
/// abandoned call throws at last is looked at, so that it is nobody's unobserved exception.
/// </summary>
internal static class Patience
{
    /// <exception cref="TimeoutException">It was not done in time.</exception>
    public static async Task<T> Within<T>(
        TimeSpan limit, string what, Func<CancellationToken, Task<T>> call, TimeProvider time, CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<T>? task = null;
        try
        {
            task = call(ending.Token);
            return await task.WaitAsync(limit, time, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            // The library's own timeout says that a task was canceled.
            throw new TimeoutException($"{what} took longer than {limit.TotalSeconds} s", e);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            task?.Forget();
        }
    }

    /// <inheritdoc cref="Within{T}"/>
    public static Task Within(TimeSpan limit, string what, Func<CancellationToken, Task> call, TimeProvider time, CancellationToken stop) =>
        Within<object?>(
            limit,
            what,
            async token =>
            {
                await call(token).ConfigureAwait(false);
                return null;
            },
            time,
            stop);

    /// <summary>Nobody waits for it; whatever it throws is expected.</summary>
    public static void Forget(this Task task) => task.ContinueWith(
        static ended => _ = ended.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
