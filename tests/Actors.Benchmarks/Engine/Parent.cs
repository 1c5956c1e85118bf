using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>Makes children, and answers when each of them has run.</summary>
internal sealed class Parent : UntypedActor
{
    private IActorRef _asker = ActorRefs.Nobody;
    private int _left;

    protected override void OnReceive(object message)
    {
        if (message is Make make)
        {
            (_asker, _left) = (Sender, make.Count);
            for (var i = 0; i < make.Count; i++) Context.ActorOf(make.Props).Tell(this, Self);
        }
        else if (--_left == 0)
        {
            _asker.Tell(message, Self);
        }
    }

    internal sealed record Make(Props Props, int Count);
}
