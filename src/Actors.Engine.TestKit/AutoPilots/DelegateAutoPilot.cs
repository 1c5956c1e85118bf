using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An <see cref="AutoPilot"/> that asks a function.</summary>
public sealed class DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) : AutoPilot
{
    /// <inheritdoc />
    public override AutoPilot Run(IActorRef sender, object message) => autoPilotDelegate(sender, message);
}
