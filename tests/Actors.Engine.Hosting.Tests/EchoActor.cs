using Akka.Actor;

namespace Actors.Engine.Hosting.Tests;

/// <summary>Answers every message with itself.</summary>
public sealed class EchoActor : ReceiveActor
{
    public EchoActor() => ReceiveAny(message => Sender.Tell(message));
}
