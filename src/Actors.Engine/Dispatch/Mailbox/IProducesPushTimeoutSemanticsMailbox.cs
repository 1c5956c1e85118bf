namespace Akka.Dispatch;

/// <summary>A kind of mailbox whose senders wait for room.</summary>
public interface IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>How long a sender waits.</summary>
    TimeSpan PushTimeout { get; }
}
