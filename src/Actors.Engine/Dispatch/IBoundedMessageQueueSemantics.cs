namespace Akka.Dispatch;

/// <summary>A queue with a bound.</summary>
public interface IBoundedMessageQueueSemantics : ISemantics
{
}
