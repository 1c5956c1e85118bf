namespace Akka.Dispatch;

/// <summary>The root of what an actor can require of its message queue.</summary>
public interface ISemantics
{
}
