namespace Akka.Actor;

/// <summary>An actor with a stash that requires nothing of its mailbox.</summary>
public interface IWithUnrestrictedStash : IActorStash
{
}
