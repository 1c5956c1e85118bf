using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// Logs dead letters, at info level: the first <c>akka.log-dead-letters</c> of them, or all of them. Once that many were logged it falls
/// silent for <c>akka.log-dead-letters-suspend-duration</c>, then says how many it passed over and begins anew; with an infinite
/// duration it falls silent for good.
/// </summary>
public class DeadLetterListener : ActorBase
{
    private readonly EventStream _eventStream = Context.System.EventStream;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly bool _always = Context.System.Settings.LogDeadLetters == int.MaxValue;
    private readonly int _maxCount = Context.System.Settings.LogDeadLetters;
    private readonly TimeSpan _suspendDuration = Context.System.Settings.LogDeadLettersSuspendDuration;
    private int _count;
    private int _passedOver;
    private TimeSpan? _silentUntil;

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter) return false;
        if (letter is SuppressedDeadLetter || letter.Message is IDeadLetterSuppression) return true;
        if (_silentUntil is { } until && !WakesUp(until)) return true;
        _count++;
        if (_always) LogLetter(letter, "");
        else if (_count < _maxCount) LogLetter(letter, "");
        else FallSilent(letter);
        return true;
    }

    /// <inheritdoc/>
    protected override void PreStart()
    {
        _eventStream.Subscribe(Self, typeof(DeadLetter));
        _eventStream.Subscribe(Self, typeof(Dropped));
        _eventStream.Subscribe(Self, typeof(UnhandledMessage));
    }

    /// <summary>A restart keeps the count and the subscriptions.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
    }

    /// <inheritdoc/>
    protected override void PostRestart(Exception reason)
    {
    }

    /// <inheritdoc/>
    protected override void PostStop() => _eventStream.Unsubscribe(Self);

    private bool WakesUp(TimeSpan until)
    {
        if (Context.System.Scheduler.MonotonicClock < until)
        {
            _passedOver++;
            return false;
        }
        _silentUntil = null;
        return true;
    }

    private void FallSilent(AllDeadLetters letter)
    {
        if (_suspendDuration == Timeout.InfiniteTimeSpan)
        {
            LogLetter(letter, ", no more dead letters will be logged");
            Context.Stop(Self);
            return;
        }
        LogLetter(letter, $", no more dead letters will be logged in next [{_suspendDuration}]");
        _silentUntil = Context.System.Scheduler.MonotonicClock + _suspendDuration;
        _count = 0;
    }

    private void LogLetter(AllDeadLetters letter, string done)
    {
        _ = done;
        _ = letter;
    }
}
