using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The default: as many messages as there is memory for.</summary>
public sealed class UnboundedMailbox : MailboxType
{
    /// <summary>Called by the engine.</summary>
    public UnboundedMailbox(Settings settings, Config config) : base(settings, config) { }
}
