using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The root of the tree. It ends the system in order: the user guardian and all below it, then the system guardian, then itself.
/// </summary>
internal sealed class RootGuardian(Func<SupervisorStrategy> strategy, Action onUserTerminated) : UntypedActor
{
    private IActorRef _user = ActorRefs.Nobody;
    private IActorRef _system = ActorRefs.Nobody;

    /// <summary>Tells the root which its guardians are.</summary>
    internal sealed record Supervise(IActorRef User, IActorRef System);

    protected override SupervisorStrategy SupervisorStrategy() => strategy();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Supervise guardians:
                (_user, _system) = (guardians.User, guardians.System);
                Context.Watch(_user);
                Context.Watch(_system);
                break;
            case Terminated { ActorRef: var gone } when gone.Equals(_user):
                // The loggers, which live under the system guardian, have had their say.
                onUserTerminated();
                Context.Stop(_system);
                break;
            case Terminated { ActorRef: var gone } when gone.Equals(_system):
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}

/// <summary>The parent of the application's or of the system's actors.</summary>
internal sealed class Guardian(SupervisorStrategy strategy) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => strategy;

    protected override void OnReceive(object message) =>
        Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);

    // A guardian's children outlive its restart: they are the application.
    protected override void PreRestart(Exception reason, object message) { }
}
