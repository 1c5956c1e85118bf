namespace Akka.Dispatch.SysMsg;

/// <summary>A system message; it carries its own link, so that to queue it allocates nothing more. One instance is sent once.</summary>
public abstract class SystemMessage : ISystemMessage
{
    internal SystemMessage? Next;

    private protected SystemMessage() { }
}

/// <summary>Makes the first instance.</summary>
internal sealed class Create : SystemMessage;

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
