namespace Akka.Actor;

/// <summary>Every actor answers this with an <see cref="ActorIdentity"/>; a selection that finds none answers with a null subject.</summary>
public sealed class Identify : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    /// <summary>A question with an id that its answer repeats.</summary>
    public Identify(object messageId) => MessageId = messageId;

    /// <summary>The id that the answer repeats.</summary>
    public object MessageId { get; }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Identify other && Equals(MessageId, other.MessageId);

    /// <inheritdoc />
    public override int GetHashCode() => MessageId?.GetHashCode() ?? 0;

    /// <inheritdoc />
    public override string ToString() => $"<Identify>: {MessageId}";
}
