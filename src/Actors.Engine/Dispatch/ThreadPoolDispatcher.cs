using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The default dispatcher: turns are work items of the .NET thread pool.</summary>
internal sealed class ThreadPoolDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    // The global queue: a busy pair of actors in a thread's own queue would starve others there.
    protected override void ExecuteTask(IRunnable run) => ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);

    // The pool is the process's own.
    protected override void Shutdown() { }
}

internal sealed class ThreadPoolDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly ThreadPoolDispatcher _dispatcher;

    internal ThreadPoolDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites) : base(config, prerequisites) =>
        _dispatcher = new ThreadPoolDispatcher(this);

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
