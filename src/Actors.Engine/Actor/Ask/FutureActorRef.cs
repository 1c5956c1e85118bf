using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The ref that answers to an Ask are sent to.</summary>
internal sealed class FutureActorRef<T>(ActorSystemImpl system, TaskCompletionSource<T> result) : PromiseActorRef(system)
{
    protected override bool IsCanceled => result.Task.IsCanceled;

    protected override bool Complete(object message) => message switch
    {
        ISystemMessage => result.TrySetException(
            new InvalidOperationException($"A system message of type '{message.GetType().Name}' is no answer to an Ask")),
        T answer => result.TrySetResult(answer),
        null => result.TrySetResult(default!),
        Status.Failure failure => result.TrySetException(
            failure.Cause ?? new TaskCanceledException("Task cancelled by actor via Failure message.")),
        _ => Refuse(message),
    };

    /// <summary>An answer that the asker cannot use fails the question, and is a dead letter all the same.</summary>
    private bool Refuse(object message)
    {
        result.TrySetException(
            new ArgumentException($"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]"));
        return false;
    }
}
