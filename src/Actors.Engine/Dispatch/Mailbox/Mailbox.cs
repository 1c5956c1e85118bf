namespace Akka.Dispatch;

/// <summary>Where an actor's messages wait, and what runs its turns.</summary>
public class Mailbox : IRunnable
{
    private protected Mailbox(MessageDispatcher dispatcher) => Dispatcher = dispatcher;

    /// <summary>What gives it its turns on threads.</summary>
    public MessageDispatcher Dispatcher { get; }

    /// <summary>One turn: system messages, and as many ordinary ones as the dispatcher's throughput and deadline allow.</summary>
    public void Run() => RunTurn();

    /// <inheritdoc />
    public void Execute() => RunTurn();

    internal virtual void RunTurn() { }
}
