namespace Akka.Actor;

/// <summary>The restart itself failed: the constructor or PostRestart threw.</summary>
public class PostRestartException : ActorInitializationException
{
    /// <summary><paramref name="cause"/> was thrown by the restart that <paramref name="originalCause"/> called for.</summary>
    public PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
        : base(actor, "Exception post restart (" + (originalCause is null ? "null" : originalCause.GetType().ToString()) + ")", cause) =>
        OriginalCause = originalCause;

    /// <summary>What the actor had failed with before.</summary>
    public Exception? OriginalCause { get; }
}
