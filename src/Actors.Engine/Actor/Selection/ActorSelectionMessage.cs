namespace Akka.Actor;

/// <summary>A message on its way through a selection.</summary>
public class ActorSelectionMessage : IAutoReceivedMessage, IPossiblyHarmful, IWrappedMessage
{
    /// <summary>The message and the steps before it.</summary>
    public ActorSelectionMessage(object message, SelectionPathElement[] elements, bool wildCardFanOut = false)
    {
        Message = message;
        Elements = elements;
        WildCardFanOut = wildCardFanOut;
    }

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <summary>The steps left.</summary>
    public SelectionPathElement[] Elements { get; }

    /// <summary>True behind a wildcard: a path that leads nowhere is no dead letter.</summary>
    public bool WildCardFanOut { get; }

    /// <inheritdoc />
    public override string ToString() => $"ActorSelectionMessage - Message: {Message} - WildCartFanOut: {WildCardFanOut} - Elements: {string.Join("/", (object[])Elements)}";
}
