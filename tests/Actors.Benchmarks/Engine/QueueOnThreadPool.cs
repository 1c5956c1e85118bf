using System.Collections.Concurrent;

namespace Actors.Benchmarks.Engine;

/// <summary>A concurrent queue that work items of the thread pool drain, one at a time: a mailbox and nothing else.</summary>
internal sealed class QueueOnThreadPool : IScenario
{
    public string Name => "queue-on-pool";

    public string Operation => "message in a ConcurrentQueue, the pool drains";

    public Task<Sample> Round(bool quick)
    {
        var messages = quick ? 100_000 : Tell.Messages;
        return Sample.Of(messages, async () =>
        {
            var drain = new Drain(messages);
            var message = new object();
            for (var i = 0; i < messages; i++) drain.Post(message);
            await drain.Done.Task;
        });
    }

    private sealed class Drain(int expected) : IThreadPoolWorkItem
    {
        private readonly ConcurrentQueue<object> _queue = new();
        private int _scheduled;
        private int _received;

        internal TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void Post(object message)
        {
            _queue.Enqueue(message);
            Schedule();
        }

        public void Execute()
        {
            // The default dispatcher's throughput.
            for (var left = 30; left > 0 && _queue.TryDequeue(out _); left--)
                if (++_received == expected)
                    Done.SetResult();
            Interlocked.Exchange(ref _scheduled, 0);
            if (!_queue.IsEmpty) Schedule();
        }

        private void Schedule()
        {
            if (Interlocked.CompareExchange(ref _scheduled, 1, 0) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
