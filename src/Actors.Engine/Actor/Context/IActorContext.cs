using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>What an actor sees of the world; valid only while one of its handlers runs.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor's own ref.</summary>
    IActorRef Self { get; }

    /// <summary>How the actor is made.</summary>
    Props Props { get; }

    /// <summary>Who sent the message in hand; dead letters where nobody did.</summary>
    IActorRef Sender { get; }

    /// <summary>The system.</summary>
    ActorSystem System { get; }

    /// <summary>The supervisor.</summary>
    IActorRef Parent { get; }

    /// <summary>What runs the actor.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>The time without a message after which <see cref="Actor.ReceiveTimeout"/> comes, or null.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Replaces the current behaviour; the stack below is discarded.</summary>
    void Become(Receive receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    void BecomeStacked(Receive receive);

    /// <summary>Returns to the behaviour below.</summary>
    void UnbecomeStacked();

    /// <summary>The child of that name, or <see cref="ActorRefs.Nobody"/>.</summary>
    IActorRef Child(string name);

    /// <summary>The children now.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>
    /// Asks for <see cref="Actor.ReceiveTimeout"/> after so long without a message; null takes it back. Begins anew with every message
    /// that is not an <see cref="INotInfluenceReceiveTimeout"/>.
    /// </summary>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops a child, or oneself, after the message in hand.</summary>
    void Stop(IActorRef child);
}
