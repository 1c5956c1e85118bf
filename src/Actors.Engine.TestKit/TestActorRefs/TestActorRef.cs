using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// Makes an actor that runs on the thread which tells it something, and shows its instance: for tests of an actor's inside. Akka.NET's documentation,
/// "Synchronous Testing: TestActorRef".
/// </summary>
public class TestActorRef<TActor> : TestActorRefBase<TActor> where TActor : ActorBase
{
    /// <summary>Makes the actor.</summary>
    /// <param name="system">Where.</param>
    /// <param name="actorProps">How; where these name a dispatcher, it runs on that.</param>
    /// <param name="supervisor">Its parent; the user guardian where null.</param>
    /// <param name="name">Its name; a generated one, which starts with <c>$$</c>, where null.</param>
    public TestActorRef(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
        : base(system, actorProps, supervisor, name)
    {
    }

    /// <summary>Whether the refs lead to the same actor.</summary>
    public static bool operator ==(TestActorRef<TActor>? testActorRef, IActorRef? actorRef) =>
        testActorRef is null ? actorRef is null : testActorRef.Equals(actorRef);

    /// <summary>Whether the refs lead to different actors.</summary>
    public static bool operator !=(TestActorRef<TActor>? testActorRef, IActorRef? actorRef) => !(testActorRef == actorRef);

    /// <summary>Whether the refs lead to the same actor.</summary>
    public static bool operator ==(IActorRef? actorRef, TestActorRef<TActor>? testActorRef) => testActorRef == actorRef;

    /// <summary>Whether the refs lead to different actors.</summary>
    public static bool operator !=(IActorRef? actorRef, TestActorRef<TActor>? testActorRef) => !(testActorRef == actorRef);

    /// <inheritdoc />
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}
