using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>Runs the pieces of an actor's asynchronous handlers in the actor's own turns, one at a time.</summary>
public class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _cell;
    private TaskCompletionSource? _test;
    private object? _heldMessage;
    private IActorRef? _heldSender;

    internal ActorTaskScheduler(ActorCell cell) => _cell = cell;

    /// <inheritdoc />
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs an action as part of the message in hand.</summary>
    public static void RunTask(Action action) => RunTask(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>
    /// Runs a task as part of the message in hand: it begins now, ordinary messages wait until it is done, and its failure is the
    /// actor's. Throws <see cref="InvalidOperationException"/> outside of an actor.
    /// </summary>
    public static void RunTask(Func<Task> asyncAction)
    {
        var cell = ActorCell.Current ?? throw new InvalidOperationException("RunTask must be called from an actor context.");
        var outer = new Task<Task>(asyncAction);
        outer.RunSynchronously(cell.TaskScheduler);
        var task = outer.Unwrap();
        if (task.IsCompleted)
        {
            task.GetAwaiter().GetResult();
            return;
        }

        cell.BeginAsync();
        task.ContinueWith(
            static (done, state) => ((ActorCell)state!).OwnMailbox.PostSystem(new ActorTaskDone(FailureOf(done))),
            cell, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, Default);
    }

    /// <summary>The message whose handler goes on asynchronously, and who sent it.</summary>
    internal (object? Message, IActorRef? Sender) Held => (_heldMessage, _heldSender);

    internal void Hold(object message, IActorRef? sender) => (_heldMessage, _heldSender) = (message, sender);

    /// <summary>The handler has ended.</summary>
    internal (object? Message, IActorRef? Sender) Release()
    {
        var held = Held;
        (_heldMessage, _heldSender) = (null, null);
        return held;
    }

    internal void Execute(Task task) => TryExecuteTask(task);

    /// <summary>A test waits for the end of the handler that begins now: its failure is the test's, not the actor's.</summary>
    internal Task TestWaits() => (_test = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Tells the test that waits, if one does, how the handler ended.</summary>
    internal bool TryTellTest(Exception? failure)
    {
        if (Interlocked.Exchange(ref _test, null) is not { } test) return false;
        return failure is null ? test.TrySetResult() : test.TrySetException(failure);
    }

    /// <inheritdoc />
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    /// <inheritdoc />
    protected override void QueueTask(Task task) => _cell.OwnMailbox.PostSystem(new ActorTask(this, task));

    /// <inheritdoc />
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(ActorCell.Current, _cell) && TryExecuteTask(task);

    private static Exception? FailureOf(Task task) =>
        task.IsCanceled ? new TaskCanceledException(task) : task.Exception is { } e ? (e.InnerExceptions.Count == 1 ? e.InnerException : e) : null;
}
