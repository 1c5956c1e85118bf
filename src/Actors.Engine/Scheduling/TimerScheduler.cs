using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The timers of one actor instance. Each start has a generation of its own, and a timer's message carries its generation and this
/// object; so a message that waited in the mailbox while its timer was cancelled, replaced, or its actor restarted, is known and dropped.
/// Used by its actor alone.
/// </summary>
internal sealed class TimerScheduler(IActorContext context) : ITimerScheduler
{
    private readonly IActorRef _self = context.Self;
    private readonly IScheduler _scheduler = context.System.Scheduler;
    private readonly bool _debug = context.System.Settings.DebugTimerScheduler;
    private readonly Dictionary<object, TimerMessage> _timers = [];
    private ILoggingAdapter? _log;
    private int _generation;

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval)
        => StartPeriodicTimer(key, msg, interval, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef? sender)
        => StartPeriodicTimer(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval)
        => StartPeriodicTimer(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef? sender)
    {
        var timer = Start(key, msg, repeats: true);
        _scheduler.ScheduleTellRepeatedly(initialDelay, interval, _self, timer, sender, timer.Task);
    }

    public void StartSingleTimer(object key, object msg, TimeSpan timeout)
        => StartSingleTimer(key, msg, timeout, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef? sender)
    {
        var timer = Start(key, msg, repeats: false);
        _scheduler.ScheduleTellOnce(timeout, _self, timer, sender, timer.Task);
    }

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (!_timers.Remove(key, out var timer)) return;
        if (_debug) Log.Debug("Cancel timer [{0}] with generation [{1}]", key, timer.Generation);
        timer.Task.Cancel();
    }

    public void CancelAll()
    {
        if (_timers.Count == 0) return;
        if (_debug) Log.Debug("Cancel all timers");
        foreach (var timer in _timers.Values) timer.Task.Cancel();
        _timers.Clear();
    }

    /// <summary>The message that a timer sent, null if out of date; <paramref name="timers"/> are the receiving actor's own.</summary>
    internal static object? Unwrap(TimerMessage timer, ITimerScheduler? timers)
    {
        if (timers is TimerScheduler own) return own.Unwrap(timer);
        // The actor has no timers, and never had: the message was forwarded to it as it was.
        return null;
    }

    private ILoggingAdapter Log => _log ??= context.GetLogger();

    private object? Unwrap(TimerMessage timer)
    {
        if (!_timers.TryGetValue(timer.Key, out var current)) return Discard(timer, "that has been removed");
        if (!ReferenceEquals(timer.Owner, this)) return Discard(timer, "from old restarted instance");
        if (timer.Generation != current.Generation)
            return Discard(timer, $"from old generation [{timer.Generation}], expected generation [{current.Generation}]");
        if (!timer.Repeats) _timers.Remove(timer.Key);
        return timer.Message;
    }

    private object? Discard(TimerMessage timer, string why)
    {
        if (_debug) Log.Debug("Received timer [{0}] {1}, discarding", timer.Key, why);
        return null;
    }

    private TimerMessage Start(object key, object msg, bool repeats)
    {
        Cancel(key);
        var generation = ++_generation;
        if (_debug) Log.Debug("Start timer [{0}] with generation [{1}]", key, generation);
        var task = new Cancelable(_scheduler.Advanced);
        var timer = msg is INotInfluenceReceiveTimeout
            ? new QuietTimerMessage(this, key, msg, generation, repeats, task)
            : new TimerMessage(this, key, msg, generation, repeats, task);
        _timers[key] = timer;
        return timer;
    }
}
