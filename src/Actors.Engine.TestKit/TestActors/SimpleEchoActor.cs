using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Tells every message back to its sender.</summary>
public class SimpleEchoActor : ReceiveActor
{
    /// <summary>Makes one.</summary>
    public SimpleEchoActor() => ReceiveAny(message => Sender.Tell(message, Self));

    /// <summary>Props of it.</summary>
    public static Props Props() => Actor.Props.Create(() => new SimpleEchoActor());
}
