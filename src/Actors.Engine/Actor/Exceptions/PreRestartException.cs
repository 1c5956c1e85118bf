namespace Akka.Actor;

/// <summary>PreRestart threw.</summary>
public class PreRestartException : ActorInitializationException
{
    /// <summary><paramref name="restartException"/> was thrown by the PreRestart that <paramref name="cause"/> called for.</summary>
    public PreRestartException(IActorRef actor, Exception restartException, Exception cause, object? optionalMessage)
        : base(actor, "Exception in PreRestart(" + (cause is null ? "null" : cause.GetType().ToString()) + ", " + (optionalMessage is null ? "null" : optionalMessage.GetType().ToString()) + ")", restartException)
    {
        RestartException = restartException;
        OptionalMessage = optionalMessage;
    }

    /// <summary>What PreRestart threw.</summary>
    public Exception RestartException { get; }

    /// <summary>The message that the actor failed on, where there was one.</summary>
    public object? OptionalMessage { get; }
}
