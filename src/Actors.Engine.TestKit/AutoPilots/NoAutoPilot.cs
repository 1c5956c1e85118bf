using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The pilot that does nothing: each message is only queued for examination.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    /// <summary>The only one.</summary>
    public static readonly NoAutoPilot Instance = new();

    private NoAutoPilot()
    {
    }

    /// <inheritdoc />
    public override AutoPilot Run(IActorRef sender, object message) => this;
}
