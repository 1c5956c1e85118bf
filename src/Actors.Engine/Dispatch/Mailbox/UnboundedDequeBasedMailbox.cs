using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>An unbounded mailbox that takes messages back at its head, as every mailbox of this engine does.</summary>
public sealed class UnboundedDequeBasedMailbox : MailboxType
{
    /// <summary>Called by the engine.</summary>
    public UnboundedDequeBasedMailbox(Settings settings, Config config) : base(settings, config) { }
}
