using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Runs an <see cref="IRunnable"/> later, on the scheduler's own thread: it must be short and must not block.</summary>
public interface IRunnableScheduler
{
    /// <summary>Runs <paramref name="action"/> once, no earlier than <paramref name="delay"/> from now.</summary>
    void ScheduleOnce(TimeSpan delay, IRunnable action);

    /// <summary>Runs <paramref name="action"/> once, unless <paramref name="cancelable"/> is cancelled first.</summary>
    void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs <paramref name="action"/> after <paramref name="initialDelay"/>, then every <paramref name="interval"/>.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action);

    /// <summary>Runs <paramref name="action"/> again and again, until it throws or <paramref name="cancelable"/> is cancelled.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable);
}
