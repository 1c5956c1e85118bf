namespace Akka.TestKit;

internal static class WaitingExtensions
{
    /// <summary>Lets the time pass, by <see cref="Waiting"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled meanwhile.</exception>
    public static Task PauseAsync(this Waiting waiting, TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (waiting == Waiting.Async) return Task.Delay(time, cancellationToken);
        using (PoolThreadLoan.Begin()) cancellationToken.WaitHandle.WaitOne(time);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    /// <summary>The result of a method that was told to block, and so has completed.</summary>
    public static T Result<T>(this ValueTask<T> blocking) => blocking.GetAwaiter().GetResult();

    /// <summary>The end of a method that was told to block, and so has completed.</summary>
    public static void Result(this ValueTask blocking) => blocking.GetAwaiter().GetResult();

    /// <summary>The items of a sequence that was told to block.</summary>
    public static List<T> Result<T>(this IAsyncEnumerable<T> blocking)
    {
        return Collect(blocking).GetAwaiter().GetResult();

        static async ValueTask<List<T>> Collect(IAsyncEnumerable<T> items)
        {
            var collected = new List<T>();
            await foreach (var item in items.ConfigureAwait(false)) collected.Add(item);
            return collected;
        }
    }
}
