using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A ref the engine can command; what a ref without an actor need not do does nothing.</summary>
internal abstract class InternalActorRef : ActorRefBase, IInternalActorRef
{
    public virtual bool IsLocal => true;

    public virtual IInternalActorRef Parent => ActorRefs.Nobody;

    public virtual bool IsTerminated => false;

    public virtual IActorRef GetChild(IReadOnlyList<string> name) => name.All(string.IsNullOrEmpty) ? this : ActorRefs.Nobody;

    public virtual void Start() { }

    public virtual void Stop() { }

    public virtual void Restart(Exception cause) { }

    public virtual void Resume(Exception? causedByFailure = null) { }

    public virtual void Suspend() { }

    public virtual void SendSystemMessage(ISystemMessage message) { }

    protected override void TellInternal(object message, IActorRef sender) { }
}
