using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Actors.Engine.Simulation;

/// <summary>
/// The clock of a simulated system: virtual time, which passes only when its <see cref="Simulation"/> says so. Configured by
/// <c>akka.scheduler.implementation = "Actors.Engine.Simulation.SimulationScheduler, Actors.Engine"</c>; the seed of the interleaving is
/// <c>actors.simulation.seed</c>, 0 by default. What is due at the same moment happens in the order in which it was scheduled.
/// </summary>
public sealed class SimulationScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    // Any fixed moment will do: no run may depend on when it happens.
    private static readonly DateTimeOffset Beginning = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private bool _stopped;

    /// <summary>Called by the engine with the system's whole configuration.</summary>
    public SimulationScheduler(Config scheduler, ILoggingAdapter log) : base(scheduler, log) =>
        World = new SimulatedWorld(scheduler.GetLong("actors.simulation.seed"), (entry, cause) => log.Error(cause, "Error while executing scheduled task {0}", entry));

    /// <inheritdoc />
    public override TimeSpan MonotonicClock => TimeSpan.FromTicks(World.NowTicks);

    /// <inheritdoc />
    public override TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <inheritdoc />
    protected override DateTimeOffset TimeNow => Beginning.AddTicks(World.NowTicks);

    internal SimulatedWorld World { get; }

    /// <summary>Nothing more can be scheduled, and what is never happens.</summary>
    public void Dispose() => _stopped = true;

    /// <inheritdoc />
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(delay, new ScheduledTell(receiver, message, sender, ScheduledEntry.Once, cancelable));

    /// <inheritdoc />
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(initialDelay, new ScheduledTell(receiver, message, sender, interval.Ticks, cancelable));

    /// <inheritdoc />
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Schedule(delay, new ScheduledAction(action, ScheduledEntry.Once, cancelable));

    /// <inheritdoc />
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Schedule(delay, new ScheduledRunnable(action, ScheduledEntry.Once, cancelable));

    /// <inheritdoc />
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(initialDelay, new ScheduledAction(action, interval.Ticks, cancelable));

    /// <inheritdoc />
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Schedule(initialDelay, new ScheduledRunnable(action, interval.Ticks, cancelable));

    private void Schedule(TimeSpan delay, ScheduledEntry entry)
    {
        if (_stopped) throw new SchedulerException("cannot enqueue after timer shutdown");
        if (!entry.IsCancelled) World.Add(entry, delay.Ticks);
    }
}
