namespace Akka.Actor;

/// <summary>How <see cref="Props"/> makes incarnations.</summary>
internal interface IActorFactory
{
    Type ActorType { get; }

    object[] Arguments { get; }

    ActorBase Create();

    void Release(ActorBase actor);
}
