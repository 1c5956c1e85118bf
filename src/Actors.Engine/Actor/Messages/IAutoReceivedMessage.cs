namespace Akka.Actor;

/// <summary>Marks messages that the engine answers itself, before the actor's own handler.</summary>
public interface IAutoReceivedMessage
{
}
