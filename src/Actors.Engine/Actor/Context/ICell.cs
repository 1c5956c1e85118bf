using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The engine's half of an actor, behind its ref. Applications use the ref and <see cref="IActorContext"/>.</summary>
public interface ICell
{
    /// <summary>The actor's ref.</summary>
    IActorRef Self { get; }

    /// <summary>The actor's system.</summary>
    ActorSystem System { get; }

    /// <summary>The same system, with what the engine itself asks of it.</summary>
    ActorSystemImpl SystemImpl { get; }

    /// <summary>The supervisor.</summary>
    IInternalActorRef Parent { get; }

    /// <summary>True where the actor lives in this process, as all of this engine's do.</summary>
    bool IsLocal { get; }

    /// <summary>How the actor is made; once it has stopped, props of no actor.</summary>
    Props Props { get; }

    /// <summary>True while ordinary messages wait.</summary>
    bool HasMessages { get; }

    /// <summary>How many ordinary messages wait, counted by a walk; exact only while the actor rests.</summary>
    int NumberOfMessages { get; }

    /// <summary>True once the actor has stopped for good.</summary>
    bool IsTerminated { get; }

    /// <summary>Lets the actor begin to process its mailbox.</summary>
    void Start();

    /// <summary>Stops the actor after the message in hand.</summary>
    void Stop();

    /// <summary>Replaces the failed instance by a fresh one, mailbox kept.</summary>
    void Restart(Exception cause);

    /// <summary>Lets a suspended actor go on; a cause means that its failure is forgiven.</summary>
    void Resume(Exception? causedByFailure);

    /// <summary>Holds ordinary messages back until <see cref="Resume"/>.</summary>
    void Suspend();

    /// <summary>Sends an ordinary message. Throws <see cref="InvalidMessageException"/> for null.</summary>
    void SendMessage(IActorRef? sender, object message);

    /// <summary>Sends a message that overtakes all ordinary ones.</summary>
    void SendSystemMessage(ISystemMessage message);

    /// <summary>The children now.</summary>
    IEnumerable<IInternalActorRef> GetChildren();

    /// <summary>The child of that name; <see cref="ActorRefs.Nobody"/> where there is none.</summary>
    IInternalActorRef GetChildByName(string name);

    /// <summary>As <see cref="GetChildByName"/>, of one incarnation where the name ends with <c>#</c> and its uid.</summary>
    IInternalActorRef GetSingleChild(string name);
}
