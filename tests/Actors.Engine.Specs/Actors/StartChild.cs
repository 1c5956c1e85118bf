using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>Asks an actor for a child; answered with its <see cref="IActorRef"/>.</summary>
public sealed record StartChild(Props Props, string? Name);
