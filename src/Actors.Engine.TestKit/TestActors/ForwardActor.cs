using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Forwards every message.</summary>
public class ForwardActor : ReceiveActor
{
    /// <summary>Makes one.</summary>
    public ForwardActor(IActorRef target) => ReceiveAny(target.Forward);

    /// <summary>Props of it.</summary>
    public static Props Props(IActorRef target) => Actor.Props.Create(() => new ForwardActor(target));
}
