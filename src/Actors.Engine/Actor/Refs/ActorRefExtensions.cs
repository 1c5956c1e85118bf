namespace Akka.Actor;

/// <summary>Tests for refs that lead nowhere.</summary>
public static class ActorRefExtensions
{
    /// <summary>True for null and <see cref="ActorRefs.Nobody"/>.</summary>
    public static bool IsNobody(this IActorRef? actorRef) => actorRef is null or Nobody;

    /// <summary>The ref itself, or what <paramref name="elseValue"/> makes where it is nobody.</summary>
    public static IActorRef GetOrElse(this IActorRef actorRef, Func<IActorRef> elseValue) =>
        actorRef.IsNobody() ? elseValue() : actorRef;
}
