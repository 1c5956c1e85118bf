using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>Starts the children it is told to, and treats them by the strategy it was given.</summary>
public sealed class Supervisor : ReceiveActor
{
    private readonly SupervisorStrategy _strategy;

    public Supervisor(SupervisorStrategy strategy)
    {
        _strategy = strategy;
        Receive<StartChild>(start => Sender.Tell(Context.ActorOf(start.Props, start.Name)));
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;
}
