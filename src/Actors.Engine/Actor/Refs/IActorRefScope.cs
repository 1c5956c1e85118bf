namespace Akka.Actor;

/// <summary>Tells whether a ref's actor lives in this process.</summary>
public interface IActorRefScope
{
    /// <summary>True where the actor lives in this process, as all of this engine's do.</summary>
    bool IsLocal { get; }
}
