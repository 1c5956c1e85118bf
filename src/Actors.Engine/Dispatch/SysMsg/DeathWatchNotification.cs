using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Tells supervisor and watchers of an actor's end.</summary>
public sealed class DeathWatchNotification(IActorRef actor, bool existenceConfirmed, bool addressTerminated) : SystemMessage
{
    /// <summary>Who has ended.</summary>
    public IActorRef Actor => actor;

    /// <summary>False where nobody knows whether there ever was such an actor.</summary>
    public bool ExistenceConfirmed => existenceConfirmed;

    /// <summary>True where the actor's whole process is gone.</summary>
    public bool AddressTerminated => addressTerminated;
}
