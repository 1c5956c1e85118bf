namespace Akka.Dispatch;

/// <summary>A bounded queue that takes messages back at its head.</summary>
public interface IBoundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IBoundedMessageQueueSemantics
{
}
