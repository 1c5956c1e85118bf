using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>As <see cref="Idle"/>, with a handler per type: one.</summary>
internal sealed class IdleReceiver : ReceiveActor
{
    public IdleReceiver() => Receive<object>(message => Sender.Tell(message, Self));
}
