using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>A system message; it carries its own link, so that to queue it allocates nothing more. One instance is sent once.</summary>
internal abstract class SystemMessage : ISystemMessage
{
    internal SystemMessage? Next;
}

/// <summary>Makes the first instance.</summary>
internal sealed class Create : SystemMessage;

/// <summary>Replaces the failed instance.</summary>
internal sealed class Recreate(Exception cause) : SystemMessage
{
    internal Exception Cause => cause;
}

/// <summary>Holds ordinary messages back.</summary>
internal sealed class Suspend : SystemMessage;

/// <summary>Ends one <see cref="Suspend"/>.</summary>
internal sealed class Resume(Exception? causedByFailure) : SystemMessage
{
    internal Exception? CausedByFailure => causedByFailure;
}

/// <summary>Stops the actor.</summary>
internal sealed class Terminate : SystemMessage;

/// <summary>Tells a supervisor of a child's failure.</summary>
internal sealed class Failed(IInternalActorRef child, Exception cause, long uid) : SystemMessage
{
    internal IInternalActorRef Child => child;

    internal Exception Cause => cause;

    internal long Uid => uid;
}

/// <summary>Adds a watcher.</summary>
internal sealed class Watch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    internal IInternalActorRef Watchee => watchee;

    internal IInternalActorRef Watcher => watcher;
}

/// <summary>Removes a watcher.</summary>
internal sealed class Unwatch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    internal IInternalActorRef Watchee => watchee;

    internal IInternalActorRef Watcher => watcher;
}

/// <summary>Tells supervisor and watchers of the end of <paramref name="actor"/>.</summary>
internal sealed class DeathWatchNotification(IActorRef actor, bool existenceConfirmed, bool addressTerminated) : SystemMessage
{
    internal IActorRef Actor => actor;

    internal bool ExistenceConfirmed => existenceConfirmed;

    internal bool AddressTerminated => addressTerminated;
}

/// <summary>Continues an asynchronous handler on its actor.</summary>
internal sealed class ActorTask(ActorTaskScheduler scheduler, Task task) : SystemMessage
{
    internal void Run() => scheduler.Execute(task);
}

/// <summary>Ends an asynchronous handler; with a failure where it had one.</summary>
internal sealed class ActorTaskDone(Exception? failure) : SystemMessage
{
    internal Exception? Failure => failure;
}
