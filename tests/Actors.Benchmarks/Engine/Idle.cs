using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>Answers, and does nothing else.</summary>
internal class Idle : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(message, Self);

    internal sealed class WithReceiveTimeout : Idle
    {
        public WithReceiveTimeout() => SetReceiveTimeout(TimeSpan.FromMinutes(10));
    }
}
