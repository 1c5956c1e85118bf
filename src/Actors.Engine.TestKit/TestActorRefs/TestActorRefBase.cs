using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>What every test ref has: it is a ref to its actor, equal to the actor's own, and shows its instance.</summary>
public abstract class TestActorRefBase<TActor> : IInternalActorRef, ILocalRefHolder, ISystemBound where TActor : ActorBase
{
    private readonly InternalTestActorRef _internalRef;

    /// <summary>Makes the actor; see <see cref="InternalTestActorRef.Create"/>.</summary>
    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null) =>
        _internalRef = InternalTestActorRef.Create(system, actorProps, supervisor, name);

    /// <summary>The ref without its actor's type.</summary>
    public IActorRef Ref => _internalRef;

    /// <summary>The actor's instance.</summary>
    /// <exception cref="IllegalActorStateException">The actor has stopped.</exception>
    public TActor UnderlyingActor => (TActor)_internalRef.UnderlyingActor;

    /// <inheritdoc />
    public ActorPath Path => _internalRef.Path;

    /// <summary>The ref with a way past the mailbox.</summary>
    protected InternalTestActorRef InternalRef => _internalRef;

    LocalActorRef ILocalRefHolder.Local => ((ILocalRefHolder)_internalRef).Local;

    ActorSystemImpl ISystemBound.System => ((ISystemBound)_internalRef).System;

    IActorRefProvider IInternalActorRef.Provider => _internalRef.Provider;

    IInternalActorRef IInternalActorRef.Parent => _internalRef.Parent;

    bool IInternalActorRef.IsTerminated => _internalRef.IsTerminated;

    bool IActorRefScope.IsLocal => _internalRef.IsLocal;

    /// <summary>Whether the refs lead to the same actor.</summary>
    public static bool operator ==(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) =>
        testActorRef is null ? actorRef is null : testActorRef.Equals(actorRef);

    /// <summary>Whether the refs lead to different actors.</summary>
    public static bool operator !=(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) => !(testActorRef == actorRef);

    /// <summary>Whether the refs lead to the same actor.</summary>
    public static bool operator ==(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) => testActorRef == actorRef;

    /// <summary>Whether the refs lead to different actors.</summary>
    public static bool operator !=(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) => !(testActorRef == actorRef);

    /// <summary>The ref without its actor's type.</summary>
    public static IActorRef ToActorRef(TestActorRefBase<TActor> actorRef) => actorRef._internalRef;

    /// <inheritdoc cref="InternalTestActorRef.Receive" />
    public void Receive(object message, IActorRef? sender = null) => _internalRef.Receive(message, sender);

    /// <inheritdoc cref="InternalTestActorRef.ReceiveAsync" />
    public Task ReceiveAsync(object message, IActorRef? sender = null) => _internalRef.ReceiveAsync(message, sender);

    /// <inheritdoc cref="InternalTestActorRef.Watch" />
    public void Watch(IActorRef subject) => _internalRef.Watch(subject);

    /// <inheritdoc cref="InternalTestActorRef.Unwatch" />
    public void Unwatch(IActorRef subject) => _internalRef.Unwatch(subject);

    /// <summary>Tells the actor something, as the actor that is running, or the test.</summary>
    public void Tell(object message) => ActorRefImplicitSenderExtensions.Tell(_internalRef, message);

    /// <inheritdoc />
    public void Tell(object message, IActorRef? sender) => _internalRef.Tell(message, sender);

    /// <summary>Tells the actor something, as the sender of the message that is being handled.</summary>
    public void Forward(object message) => ActorRefImplicitSenderExtensions.Forward(_internalRef, message);

    /// <inheritdoc />
    public void SendSystemMessage(ISystemMessage message) => _internalRef.SendSystemMessage(message);

    /// <inheritdoc />
    public override string ToString() => _internalRef.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => _internalRef.Equals(obj);

    /// <inheritdoc />
    public bool Equals(IActorRef? other) => _internalRef.Equals((object?)other);

    /// <inheritdoc />
    public override int GetHashCode() => _internalRef.GetHashCode();

    /// <inheritdoc />
    public int CompareTo(object? obj) => _internalRef.CompareTo(obj);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => _internalRef.CompareTo(other);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => _internalRef.GetChild(name);

    void IInternalActorRef.Start() => _internalRef.Start();

    void IInternalActorRef.Stop() => _internalRef.Stop();

    void IInternalActorRef.Restart(Exception cause) => _internalRef.Restart(cause);

    void IInternalActorRef.Resume(Exception? causedByFailure) => _internalRef.Resume(causedByFailure);

    void IInternalActorRef.Suspend() => _internalRef.Suspend();
}
