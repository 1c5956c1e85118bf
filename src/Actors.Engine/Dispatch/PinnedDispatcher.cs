using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>A thread of its own for one actor; it ends with the actor.</summary>
public sealed class PinnedDispatcher : MessageDispatcher
{
    private readonly Queue<IRunnable> _work = new();
    private bool _started;
    private bool _stopped;

    internal PinnedDispatcher(MessageDispatcherConfigurator configurator) : base(configurator)
    {
    }

    internal override void Detached() => Shutdown();

    /// <inheritdoc />
    // One actor's mailbox is scheduled once at a time: the queue holds one turn, and the odd action.
    protected override void ExecuteTask(IRunnable run)
    {
        lock (_work)
        {
            _work.Enqueue(run);
            Monitor.Pulse(_work);
            if (_started) return;
            _started = true;
        }

        // With the first turn: who only looks a dispatcher up, or asks for a name that is taken, gets no actor, and nobody would end the thread.
        // Unsafe: it inherits nothing of who began it.
        new Thread(Work) { IsBackground = true, Name = Id }.UnsafeStart();
    }

    /// <inheritdoc />
    protected override void Shutdown()
    {
        lock (_work)
        {
            _stopped = true;
            Monitor.Pulse(_work);
        }
    }

    private void Work()
    {
        while (true)
        {
            IRunnable run;
            lock (_work)
            {
                while (_work.Count == 0 && !_stopped) Monitor.Wait(_work);
                if (_work.Count == 0) return;
                run = _work.Dequeue();
            }

            run.Run();
        }
    }
}

internal sealed class PinnedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : MessageDispatcherConfigurator(config, prerequisites)
{
    public override MessageDispatcher Dispatcher() => new PinnedDispatcher(this);
}
