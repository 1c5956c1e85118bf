using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.TestKit;

// As a reference a probe is its test actor's: equal to it, and with everything that is told to it handed on.
public partial class TestProbe
{
    ActorPath IActorRef.Path => TestActor.Path;

    bool IActorRefScope.IsLocal => Inner.IsLocal;

    IActorRefProvider IInternalActorRef.Provider => Inner.Provider;

    IInternalActorRef IInternalActorRef.Parent => Inner.Parent;

    bool IInternalActorRef.IsTerminated => Inner.IsTerminated;

    LocalActorRef ILocalRefHolder.Local => (LocalActorRef)TestActor;

    ActorSystemImpl ISystemBound.System => (ActorSystemImpl)Sys;

    /// <inheritdoc />
    public int CompareTo(object? obj) => TestActor.CompareTo(obj);

    /// <inheritdoc />
    public override bool Equals(object? obj) => TestActor.Equals(obj is ILocalRefHolder holder ? holder.Local : obj);

    /// <inheritdoc />
    public override int GetHashCode() => TestActor.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => TestActor.ToString()!;

    /// <inheritdoc />
    public void SendSystemMessage(ISystemMessage message) => Inner.SendSystemMessage(message);

    void ICanTell.Tell(object message, IActorRef? sender) => TestActor.Tell(message, sender);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => Equals(other);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => TestActor.CompareTo(other);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => Inner.GetChild(name);

    void IInternalActorRef.Start() => Inner.Start();

    void IInternalActorRef.Resume(Exception? causedByFailure) => Inner.Resume(causedByFailure);

    void IInternalActorRef.Suspend() => Inner.Suspend();

    void IInternalActorRef.Stop() => Inner.Stop();

    void IInternalActorRef.Restart(Exception cause) => Inner.Restart(cause);
}
