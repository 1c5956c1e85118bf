using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.TestKit;

/// <summary>Supervises each child by a strategy of its own; by the default one where it has none.</summary>
public class DelegatingSupervisorStrategy : SupervisorStrategy
{
    private readonly Dictionary<IActorRef, SupervisorStrategy> _strategies = [];

    /// <inheritdoc />
    public override IDecider Decider => DefaultDecider;

    /// <summary>Gives a child its strategy.</summary>
    public void Update(IActorRef child, SupervisorStrategy supervisorStrategy) => _strategies[child] = supervisorStrategy;

    /// <inheritdoc />
    public override void ProcessFailure(
        IActorContext context, bool restart, IActorRef child, Exception cause, ChildRestartStats stats, IReadOnlyCollection<ChildRestartStats> children) =>
        For(child).ProcessFailure(context, restart, child, cause, stats, children);

    /// <inheritdoc />
    public override void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
        For(child).HandleChildTerminated(actorContext, child, children);
        _strategies.Remove(child);
    }

    /// <inheritdoc />
    protected override Directive Handle(IActorRef child, Exception exception) => For(child).Decider.Decide(exception);

    private SupervisorStrategy For(IActorRef child) => _strategies.GetValueOrDefault(child, DefaultStrategy);
}
