namespace Akka.Dispatch;

/// <summary>Marks an actor type that requires a queue with the semantics <typeparamref name="T"/>.</summary>
public interface IRequiresMessageQueue<T> where T : ISemantics
{
}
