using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A ref without an actor behind it: what is asked of it that it need not do does nothing.</summary>
public abstract class MinimalActorRef : ActorRefBase, IInternalActorRef
{
    /// <inheritdoc />
    public virtual bool IsLocal => true;

    /// <inheritdoc />
    public virtual IInternalActorRef Parent => ActorRefs.Nobody;

    /// <inheritdoc />
    public virtual bool IsTerminated => false;

    /// <inheritdoc />
    public virtual IActorRef GetChild(IReadOnlyList<string> name) => name.All(string.IsNullOrEmpty) ? this : ActorRefs.Nobody;

    /// <inheritdoc />
    public virtual void Start() { }

    /// <inheritdoc />
    public virtual void Stop() { }

    /// <inheritdoc />
    public virtual void Restart(Exception cause) { }

    /// <inheritdoc />
    public virtual void Resume(Exception? causedByFailure = null) { }

    /// <inheritdoc />
    public virtual void Suspend() { }

    /// <inheritdoc />
    public virtual void SendSystemMessage(ISystemMessage message) { }

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender) { }
}
