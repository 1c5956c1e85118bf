using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// Logs dead letters at info level, up to <c>akka.log-dead-letters</c> of them. Then it is silent for
/// <c>akka.log-dead-letters-suspend-duration</c>, says how many it passed over, and counts anew:
/// logging → (limit reached) silent → (the next letter after the duration) logging. With an infinite duration it ends at the limit.
/// </summary>
public class DeadLetterListener : ActorBase
{
    private readonly EventStream _eventStream = Context.System.EventStream;
    private readonly int _maxCount = Context.System.Settings.LogDeadLetters;
    private readonly TimeSpan _suspendDuration = Context.System.Settings.LogDeadLettersSuspendDuration;
    private int _count;
    private TimeSpan? _silentUntil;

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter) return false;
        if (IsSuppressed(letter.Message)) return true;
        // A restart of the count keeps the number true where nobody reads the log for years.
        _count = _count == int.MaxValue ? 1 : _count + 1;
        if (_maxCount == int.MaxValue) Log(letter, "");
        else if (_silentUntil is { } until) LogIfOver(letter, until);
        else LogUpToLimit(letter);
        return true;
    }

    /// <inheritdoc/>
    protected override void PreStart()
    {
        _eventStream.Subscribe(Self, typeof(DeadLetter));
        _eventStream.Subscribe(Self, typeof(Dropped));
        _eventStream.Subscribe(Self, typeof(UnhandledMessage));
    }

    /// <summary>A restart keeps the subscriptions.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
    }

    /// <summary>A restart keeps the subscriptions.</summary>
    protected override void PostRestart(Exception reason)
    {
    }

    /// <inheritdoc/>
    protected override void PostStop() => _eventStream.Unsubscribe(Self);

    private static bool IsSuppressed(object message)
        => message is IDeadLetterSuppression || (message is IWrappedMessage wrapped && IsSuppressed(wrapped.Message));

    private void LogUpToLimit(AllDeadLetters letter)
    {
        if (_count < _maxCount)
        {
            Log(letter, "");
        }
        else if (_suspendDuration == Timeout.InfiniteTimeSpan || _suspendDuration == TimeSpan.MaxValue)
        {
            Log(letter, ", no more dead letters will be logged");
            Context.Stop(Self);
        }
        else
        {
            Log(letter, $", no more dead letters will be logged in next [{_suspendDuration}]");
            _silentUntil = Context.System.Scheduler.MonotonicClock + _suspendDuration;
        }
    }

    private void LogIfOver(AllDeadLetters letter, TimeSpan until)
    {
        if (Context.System.Scheduler.MonotonicClock < until) return;
        Log(letter, $", of which {_count - _maxCount - 1} were not logged. The counter will be reset now");
        _silentUntil = null;
        _count = 0;
    }

    private void Log(AllDeadLetters letter, string remark)
    {
        var message = letter.Message;
        var type = message is IWrappedMessage wrapped
            ? $"[{wrapped.Message.GetType().Name}] wrapped in [{message.GetType().Name}]"
            : $"[{message.GetType().Name}]";
        var origin = IsReal(letter.Sender) ? $" from {letter.Sender}" : "";
        var fate = letter switch
        {
            Dropped dropped => $"dropped. {dropped.Reason}",
            UnhandledMessage => "unhandled",
            _ => "not delivered",
        };
        var text =
            $"Message {type}{origin} to {letter.Recipient} was {fate}. [{_count}] dead letters encountered{remark}. " +
            "This logging can be turned off or adjusted with configuration settings 'akka.log-dead-letters' " +
            $"and 'akka.log-dead-letters-during-shutdown'. Message content: {message}";
        _eventStream.Publish(new Info(letter.Recipient.Path.ToString(), letter.Recipient.GetType(), text));
    }

    private bool IsReal(IActorRef? sender)
        => sender is not null && !ReferenceEquals(sender, Context.System.DeadLetters) && !ReferenceEquals(sender, ActorRefs.Nobody);
}
