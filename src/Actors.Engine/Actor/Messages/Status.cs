namespace Akka.Actor;

/// <summary>How an operation ended, as a message: what PipeTo and Ask understand.</summary>
public abstract class Status
{
    /// <summary>It went well.</summary>
    public sealed class Success : Status
    {
        /// <summary>Success with nothing more to say.</summary>
        public static readonly Success Instance = new(null!);

        /// <summary>The result.</summary>
        public readonly object Status;

        /// <summary>Success with a result.</summary>
        public Success(object status) => Status = status;

        /// <inheritdoc />
        public override string ToString() => Status is null ? "Success" : $"Success: {Status}";
    }

    /// <summary>It failed: an asker's task fails with <see cref="Cause"/>.</summary>
    public sealed class Failure : Status
    {
        /// <summary>Why.</summary>
        public readonly Exception Cause;

        /// <summary>What the sender wants to say beside it.</summary>
        public readonly object? State;

        /// <summary>A failure.</summary>
        public Failure(Exception cause) => Cause = cause;

        /// <summary>A failure with a state beside it.</summary>
        public Failure(Exception cause, object state)
        {
            Cause = cause;
            State = state;
        }

        /// <inheritdoc />
        public override string ToString() => State is null ? $"Failure: {Cause}" : $"Failure[{State}]: {Cause}";
    }
}
