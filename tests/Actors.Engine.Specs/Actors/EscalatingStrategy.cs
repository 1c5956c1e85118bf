using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>A supervisor's strategy that names itself in a configuration.</summary>
public sealed class EscalatingStrategy : SupervisorStrategyConfigurator
{
    public override SupervisorStrategy Create() => new OneForOneStrategy(_ => Directive.Escalate);
}
