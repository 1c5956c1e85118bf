namespace Akka.Actor;

/// <summary>Marks messages that a stranger should not be able to send to an actor.</summary>
public interface IPossiblyHarmful
{
}
