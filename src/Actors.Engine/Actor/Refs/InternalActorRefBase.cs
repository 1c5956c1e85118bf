using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What all refs of this engine have in common.</summary>
public abstract class InternalActorRefBase : ActorRefBase, IInternalActorRef
{
    /// <inheritdoc />
    public abstract IActorRefProvider Provider { get; }

    /// <inheritdoc />
    public abstract bool IsLocal { get; }

    /// <inheritdoc />
    public abstract IInternalActorRef Parent { get; }

    /// <inheritdoc />
    public abstract bool IsTerminated { get; }

    /// <inheritdoc />
    public abstract IActorRef GetChild(IReadOnlyList<string> name);

    /// <inheritdoc />
    public abstract void Start();

    /// <inheritdoc />
    public abstract void Stop();

    /// <inheritdoc />
    public abstract void Restart(Exception cause);

    /// <inheritdoc />
    public abstract void Resume(Exception? causedByFailure = null);

    /// <inheritdoc />
    public abstract void Suspend();

    /// <inheritdoc />
    public abstract void SendSystemMessage(ISystemMessage message);
}
