namespace Akka.Actor;

/// <summary>
/// An actor's own timers, by key. Starting one with a key that is in use replaces it. A message of a timer that was cancelled or
/// replaced is not received, even if it waited in the mailbox already; all timers end with the actor, and with its restart.
/// </summary>
public interface ITimerScheduler
{
    /// <summary>Sends <paramref name="msg"/> to the actor every <paramref name="interval"/>, first after one interval.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <summary>As above, with a sender.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef? sender);

    /// <summary>Sends <paramref name="msg"/> after <paramref name="initialDelay"/>, then every <paramref name="interval"/>.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    /// <summary>As above, with a sender.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef? sender);

    /// <summary>Sends <paramref name="msg"/> to the actor once, after <paramref name="timeout"/>.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <summary>As above, with a sender.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef? sender);

    /// <summary>Whether a timer with this key runs.</summary>
    bool IsTimerActive(object key);

    /// <summary>Ends the timer with this key, if there is one.</summary>
    void Cancel(object key);

    /// <summary>Ends every timer of the actor.</summary>
    void CancelAll();

    /// <summary>The keys of the timers that run.</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }
}
