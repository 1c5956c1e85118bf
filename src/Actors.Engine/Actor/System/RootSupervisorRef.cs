using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Above the root: whose failure reaches it ends the system.</summary>
internal sealed class RootSupervisorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream) : MinimalActorRef
{
    public override ActorPath Path => path;

    public override IActorRefProvider Provider => provider;

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is not Failed failed) return;
        eventStream.Publish(new Error(failed.Cause, path.ToString(), typeof(RootSupervisorRef), "guardian failed, shutting down: " + failed.Cause.Message));
        ((IInternalActorRef)failed.Child).Stop();
    }
}
