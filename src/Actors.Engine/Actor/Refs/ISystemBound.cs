namespace Akka.Actor;

/// <summary>A ref that knows its system without being a local actor's.</summary>
internal interface ISystemBound
{
    ActorSystemImpl System { get; }
}
