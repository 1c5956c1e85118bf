using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What the engine itself asks of a ref; applications use <see cref="IActorRef"/>.</summary>
public interface IInternalActorRef : IActorRef, IActorRefScope
{
    /// <summary>What resolves the paths of its system.</summary>
    IActorRefProvider Provider { get; }

    /// <summary>The supervisor.</summary>
    IInternalActorRef Parent { get; }

    /// <summary>True once the actor has stopped for good.</summary>
    bool IsTerminated { get; }

    /// <summary>The descendant at the end of <paramref name="name"/>, one path element each; <see cref="ActorRefs.Nobody"/> where there is none.</summary>
    IActorRef GetChild(IReadOnlyList<string> name);

    /// <summary>Lets the actor begin to process its mailbox.</summary>
    void Start();

    /// <summary>Stops the actor after the message in hand.</summary>
    void Stop();

    /// <summary>Replaces the failed instance by a fresh one, mailbox kept.</summary>
    void Restart(Exception cause);

    /// <summary>Lets a suspended actor go on; a cause means that its failure is forgiven.</summary>
    void Resume(Exception? causedByFailure = null);

    /// <summary>Holds ordinary messages back until <see cref="Resume"/>.</summary>
    void Suspend();

    /// <summary>Sends a message that overtakes all ordinary ones.</summary>
    void SendSystemMessage(ISystemMessage message);
}
