namespace Akka.TestKit;

/// <summary>
/// Lends the thread pool one more thread while one of its own is blocked: a test is on one from its first await on. What it waits for is done by
/// actors, and those run on the pool: on a small one a few tests side by side would take every thread and wait, while the pool adds one a second.
/// </summary>
internal readonly struct PoolThreadLoan : IDisposable
{
    private static readonly Lock Gate = new();

    private readonly bool _isLent;

    private PoolThreadLoan(bool isLent) => _isLent = isLent;

    /// <summary>Lends one, where the current thread is the pool's; the disposal takes it back.</summary>
    public static PoolThreadLoan Begin()
    {
        var isPools = Thread.CurrentThread.IsThreadPoolThread;
        if (isPools) Add(1);
        return new PoolThreadLoan(isPools);
    }

    public void Dispose()
    {
        if (_isLent) Add(-1);
    }

    private static void Add(int threads)
    {
        lock (Gate)
        {
            ThreadPool.GetMinThreads(out var workers, out var completionPorts);
            ThreadPool.SetMinThreads(workers + threads, completionPorts);
        }
    }
}
