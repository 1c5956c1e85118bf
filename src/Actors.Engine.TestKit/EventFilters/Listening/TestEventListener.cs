using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit;

/// <summary>
/// The logger of a system under test: prints what no event filter catches. Dead letters and unhandled messages are events to it, too: warnings and
/// infos from the recipient.
/// </summary>
public class TestEventListener : DefaultLogger
{
    private static readonly Type[] Channels = [typeof(Mute), typeof(Unmute), typeof(SeenAll), typeof(DeadLetter), typeof(UnhandledMessage)];

    private readonly List<IEventFilter> _filters = [];

    /// <inheritdoc />
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                foreach (var channel in Channels) initialize.LoggingBus.Subscribe(Self, channel);
                return base.Receive(message);
            case Mute mute:
                _filters.AddRange(mute.Filters);
                return true;
            case Unmute unmute:
                foreach (var filter in unmute.Filters) _filters.Remove(filter);
                return true;
            case SeenAll seenAll:
                seenAll.Answer.TrySetResult();
                return true;
            case LogEvent logEvent:
                if (!IsCaught(logEvent)) Print(logEvent);
                return true;
            case DeadLetter letter:
                HandleDeadLetter(letter);
                return true;
            case UnhandledMessage unhandled:
                HandleUnhandled(unhandled);
                return true;
            default:
                return base.Receive(message);
        }
    }

    // A filter that throws has not caught the event, and must not end the logger.
    private bool IsCaught(LogEvent logEvent)
    {
        foreach (var filter in _filters)
        {
            try
            {
                if (filter.Apply(logEvent)) return true;
            }
            catch (Exception e)
            {
                Print(new Error(e, Self.Path.ToString(), GetType(), $"Event filter [{filter}] failed"));
            }
        }

        return false;
    }

    private void HandleDeadLetter(DeadLetter letter)
    {
        var (source, type) = (letter.Recipient.Path.ToString(), letter.Recipient.GetType());
        if (IsCaught(new Warning(source, type, letter))) return;
        var text = letter.Message switch
        {
            Terminated terminated => $"received dead Terminated: {terminated}",
            var message => $"received dead letter from {letter.Sender}: {message}",
        };
        var warning = new Warning(source, type, text);
        if (!IsCaught(warning)) Print(warning);
    }

    private void HandleUnhandled(UnhandledMessage unhandled)
    {
        var info = new Info(
            unhandled.Recipient.Path.ToString(), unhandled.Recipient.GetType(), $"Unhandled message from {unhandled.Sender}: {unhandled.Message}");
        if (!IsCaught(info)) Print(info);
    }
}
