namespace Akka.Actor;

/// <summary>What <see cref="Kill"/> makes an actor fail with.</summary>
public class ActorKilledException : AkkaException
{
    /// <summary>No message.</summary>
    public ActorKilledException() { }

    /// <summary>A message.</summary>
    public ActorKilledException(string message) : base(message) { }
}
