using System.Diagnostics;

namespace Akka.Dispatch;

/// <summary>Gives mailboxes their turns on threads.</summary>
public abstract class MessageDispatcher
{
    // In ticks of the Stopwatch; 0 for none.
    private long _deadlineTicks;

    /// <summary>A dispatcher as its configurator describes it.</summary>
    protected MessageDispatcher(MessageDispatcherConfigurator configurator)
    {
        Configurator = configurator;
        Id = configurator.Config.GetString("id", configurator.Id) ?? configurator.Id;
        Throughput = configurator.Config.GetInt("throughput", 30);
        var deadline = configurator.Config.GetTimeSpan("throughput-deadline-time", TimeSpan.Zero);
        ThroughputDeadlineTime = deadline > TimeSpan.Zero ? deadline.Ticks : null;
    }

    /// <summary>What made it.</summary>
    public MessageDispatcherConfigurator Configurator { get; }

    /// <summary>Its path in the configuration.</summary>
    public string Id { get; protected set; }

    /// <summary>How many messages an actor processes before another has its turn; at least 1.</summary>
    public int Throughput { get; protected set; }

    /// <summary>How long an actor may process messages before another has its turn, in <see cref="TimeSpan"/> ticks; null for no limit.</summary>
    public long? ThroughputDeadlineTime
    {
        get;
        protected set
        {
            field = value;
            _deadlineTicks = value > 0 ? (long)(TimeSpan.FromTicks(value.Value).TotalSeconds * Stopwatch.Frequency) : 0;
        }
    }

    internal bool HasDeadline => _deadlineTicks > 0;

    /// <summary>Runs <paramref name="run"/> soon.</summary>
    public void Schedule(IRunnable run) => ExecuteTask(run);

    /// <summary>Runs an action soon.</summary>
    public void Schedule(Action run) => ExecuteTask(new ActionRunnable(run));

    /// <summary>Hands work to the dispatcher's threads.</summary>
    protected abstract void ExecuteTask(IRunnable run);

    /// <summary>Lets go of threads that are the dispatcher's own.</summary>
    protected abstract void Shutdown();

    internal void Stop() => Shutdown();

    /// <summary>Runs a mailbox again whose turn on this thread ends, and left something.</summary>
    internal virtual void Reschedule(IRunnable run) => ExecuteTask(run);

    /// <summary>Called for each actor that begins on this dispatcher; returns what is to run that actor.</summary>
    internal virtual MessageDispatcher Attached() => this;

    /// <summary>Called for each actor that has stopped on it.</summary>
    internal virtual void Detached() { }

    internal long NextDeadline() => Stopwatch.GetTimestamp() + _deadlineTicks;

    internal static bool IsPast(long deadline) => Stopwatch.GetTimestamp() >= deadline;
}
