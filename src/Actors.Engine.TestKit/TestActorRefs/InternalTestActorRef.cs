using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.TestKit.Internal;

/// <summary>The ref behind a <see cref="TestActorRef{TActor}"/>: equal to its actor's own, with a way past the mailbox.</summary>
public class InternalTestActorRef : ActorRefBase, IInternalActorRef, ILocalRefHolder, ISystemBound
{
    private readonly LocalActorRef _local;

    private InternalTestActorRef(LocalActorRef local) => _local = local;

    /// <inheritdoc />
    public override ActorPath Path => _local.Path;

    /// <summary>The engine's half of the actor.</summary>
    public ActorCell Cell => _local.Cell;

    /// <inheritdoc />
    public IActorRefProvider Provider => _local.Provider;

    /// <inheritdoc />
    public IInternalActorRef Parent => _local.Parent;

    /// <inheritdoc />
    public bool IsLocal => true;

    /// <inheritdoc />
    public bool IsTerminated => _local.IsTerminated;

    /// <summary>The actor's instance.</summary>
    /// <exception cref="IllegalActorStateException">The actor has stopped.</exception>
    public object UnderlyingActor => _local.Cell.Actor ?? AwaitActor();

    LocalActorRef ILocalRefHolder.Local => _local;

    ActorSystemImpl ISystemBound.System => _local.System;

    /// <summary>Makes an actor, on <see cref="CallingThreadDispatcher"/> unless the props name a dispatcher.</summary>
    /// <param name="system">Where.</param>
    /// <param name="props">How.</param>
    /// <param name="supervisor">Its parent; the user guardian where null.</param>
    /// <param name="name">Its name; a generated one, which starts with <c>$$</c>, where null.</param>
    public static InternalTestActorRef Create(ActorSystem system, Props props, IActorRef? supervisor = null, string? name = null)
    {
        var impl = (ActorSystemImpl)system;
        var parent = supervisor switch
        {
            null => (LocalActorRef)impl.Guardian,
            LocalActorRef local => local,
            ILocalRefHolder holder => holder.Local,
            _ => throw new ArgumentException($"The supervisor must be the ref of an actor of this system, not {supervisor}.", nameof(supervisor)),
        };
        var onTest = props.DispatcherId is null ? props.WithDispatcher(CallingThreadDispatcher.Id) : props;
        return new InternalTestActorRef(parent.Cell.MakeChildForTest(onTest, name ?? "$" + ActorNames.Temporary(impl.NextUid())));
    }

    /// <summary>Lets the actor process a message at once, past its mailbox; its failure is thrown.</summary>
    public void Receive(object message, IActorRef? sender = null) => _local.Cell.ReceiveForTest(message, sender);

    /// <summary>As <see cref="Receive"/>; the task ends with the handler.</summary>
    public Task ReceiveAsync(object message, IActorRef? sender = null) => _local.Cell.ReceiveForTestAsync(message, sender);

    /// <summary>Makes the actor watch another.</summary>
    public void Watch(IActorRef subject) => InTurn(() => _local.Cell.Watch(subject));

    /// <summary>Makes the actor watch another no longer.</summary>
    public void Unwatch(IActorRef subject) => InTurn(() => _local.Cell.Unwatch(subject));

    /// <inheritdoc />
    public IActorRef GetChild(IReadOnlyList<string> name) => _local.GetChild(name);

    /// <inheritdoc />
    public void Start() => _local.Start();

    /// <inheritdoc />
    public void Stop() => _local.Stop();

    /// <inheritdoc />
    public void Restart(Exception cause) => _local.Restart(cause);

    /// <inheritdoc />
    public void Resume(Exception? causedByFailure = null) => _local.Resume(causedByFailure);

    /// <inheritdoc />
    public void Suspend() => _local.Suspend();

    /// <inheritdoc />
    public void SendSystemMessage(ISystemMessage message) => _local.SendSystemMessage(message);

    /// <inheritdoc />
    public override bool Equals(object? obj) => _local.Equals(obj is ILocalRefHolder holder ? holder.Local : obj);

    /// <inheritdoc />
    public override int GetHashCode() => _local.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => _local.ToString();

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender) => _local.Tell(message, sender);

    private void InTurn(Action action) => _local.Cell.OwnMailbox.RunInTurn(action);

    // On a dispatcher of its own the actor may not have been made yet: it has once it answers.
    private ActorBase AwaitActor()
    {
        if (!IsTerminated) _local.Ask<ActorIdentity>(new Identify(""), TestLatch.DefaultTimeout).GetAwaiter().GetResult();
        return _local.Cell.Actor ?? throw new IllegalActorStateException("Underlying actor is terminated");
    }
}
