using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The ref of an actor that is not there: whatever is sent to it is discarded.</summary>
public sealed class Nobody : ActorRefBase, IInternalActorRef
{
    /// <summary>The only one.</summary>
    public static readonly Nobody Instance = new();

    private readonly ActorPath _path = new RootActorPath(Address.AllSystems, "/Nobody");

    private Nobody() { }

    /// <inheritdoc />
    public override ActorPath Path => _path;

    /// <summary>There is none. Throws <see cref="NotSupportedException"/>.</summary>
    public IActorRefProvider Provider => throw new NotSupportedException("Nobody has no provider.");

    /// <inheritdoc />
    public bool IsLocal => true;

    /// <inheritdoc />
    public IInternalActorRef Parent => this;

    /// <inheritdoc />
    public bool IsTerminated => false;

    /// <inheritdoc />
    public IActorRef GetChild(IReadOnlyList<string> name) => this;

    void IInternalActorRef.Start() { }

    void IInternalActorRef.Stop() { }

    void IInternalActorRef.Restart(Exception cause) { }

    void IInternalActorRef.Resume(Exception? causedByFailure) { }

    void IInternalActorRef.Suspend() { }

    void IInternalActorRef.SendSystemMessage(ISystemMessage message) { }

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender) { }
}
