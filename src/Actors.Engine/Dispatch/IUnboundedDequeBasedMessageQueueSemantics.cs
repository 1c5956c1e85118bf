namespace Akka.Dispatch;

/// <summary>An unbounded queue that takes messages back at its head.</summary>
public interface IUnboundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics
{
}
