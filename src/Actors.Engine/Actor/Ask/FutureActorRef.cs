namespace Akka.Actor;

/// <summary>The ref that answers to an Ask are sent to.</summary>
internal sealed class FutureActorRef<T>(ActorSystemImpl system, TaskCompletionSource<T> result) : PromiseActorRef(system)
{
    protected override bool IsCanceled => result.Task.IsCanceled;

    protected override bool Complete(object message) => message switch
    {
        T answer => result.TrySetResult(answer),
        null => result.TrySetResult(default!),
        Status.Failure failure => result.TrySetException(
            failure.Cause ?? new TaskCanceledException("Task cancelled by actor via Failure message.")),
        _ => result.TrySetException(
            new ArgumentException($"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]")),
    };
}
