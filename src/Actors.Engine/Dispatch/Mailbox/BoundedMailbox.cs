using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>
/// A mailbox with a bound. Who sends to a full one waits for room, on its own thread, at most <see cref="PushTimeout"/>; then the message
/// is a dead letter.
/// </summary>
public sealed class BoundedMailbox : MailboxType, IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>Reads <c>mailbox-capacity</c> and <c>mailbox-push-timeout-time</c>. Throws <see cref="ArgumentException"/> for negative ones.</summary>
    public BoundedMailbox(Settings settings, Config config) : base(settings, config)
    {
        Capacity = config.GetInt("mailbox-capacity");
        PushTimeout = config.GetTimeSpan("mailbox-push-timeout-time");
        if (Capacity < 0) throw new ArgumentException("The capacity for BoundedMailbox cannot be negative", nameof(config));
        if (PushTimeout < TimeSpan.Zero) throw new ArgumentException("The push time-out for BoundedMailbox cannot be negative", nameof(config));
    }

    /// <summary>How many messages it holds.</summary>
    public int Capacity { get; }

    /// <inheritdoc />
    public TimeSpan PushTimeout { get; }

    internal override MailboxBound NewBound() => new(Capacity, PushTimeout);
}
