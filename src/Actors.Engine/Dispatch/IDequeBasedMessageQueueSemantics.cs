namespace Akka.Dispatch;

/// <summary>A queue that takes messages back at its head, as a stash needs; every mailbox of this engine does.</summary>
public interface IDequeBasedMessageQueueSemantics : ISemantics
{
}
