using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// What a timer sends to its actor in place of the message. The cell asks <see cref="TimerScheduler.Unwrap"/> for the message when it
/// takes this out of the mailbox, and drops what is out of date by then. Automatic, so that the cell looks for it where it looks for
/// those anyway, and not once more for every message.
/// </summary>
internal class TimerMessage(TimerScheduler owner, object key, object message, int generation, bool repeats, ICancelable task)
    : IAutoReceivedMessage, INoSerializationVerificationNeeded, IWrappedMessage, IDeadLetterSuppression
{
    internal TimerScheduler Owner { get; } = owner;

    internal object Key { get; } = key;

    public object Message { get; } = message;

    internal int Generation { get; } = generation;

    internal bool Repeats { get; } = repeats;

    internal ICancelable Task { get; } = task;

    public override string ToString() => $"TimerMsg(key={Key}, generation={Generation}, owner={Owner})";
}
