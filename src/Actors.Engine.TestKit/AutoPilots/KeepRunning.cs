using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The answer of an <see cref="AutoPilot"/> that wants to see the next message too.</summary>
public sealed class KeepRunning : AutoPilot
{
    /// <summary>The only one.</summary>
    public static readonly KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    /// <summary>It is an answer and no pilot.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override AutoPilot Run(IActorRef sender, object message) => throw new InvalidOperationException("must not call");
}
