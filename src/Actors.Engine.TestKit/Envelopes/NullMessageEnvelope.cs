using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Stands for "nothing has been received": what the last message is after a wait that found none.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    /// <summary>The only one.</summary>
    public static readonly NullMessageEnvelope Instance = new();

    private NullMessageEnvelope()
    {
    }

    /// <summary>Not there: reading it throws.</summary>
    /// <exception cref="IllegalActorStateException">Always: no message was received.</exception>
    public override object Message => throw NothingReceived();

    /// <summary>Not there: reading it throws.</summary>
    /// <exception cref="IllegalActorStateException">Always: no message was received.</exception>
    public override IActorRef Sender => throw NothingReceived();

    /// <inheritdoc />
    public override string ToString() => "<null message>";

    private static IllegalActorStateException NothingReceived() => new("last receive did not dequeue a message");
}
