namespace Akka.Actor;

/// <summary>An actor with a stash.</summary>
public interface IActorStash
{
    /// <summary>The stash; set by the engine after the constructor.</summary>
    IStash Stash { get; set; }
}
