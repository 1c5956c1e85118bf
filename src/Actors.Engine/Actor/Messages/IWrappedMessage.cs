namespace Akka.Actor;

/// <summary>A message that carries another one.</summary>
public interface IWrappedMessage
{
    /// <summary>The message carried.</summary>
    object Message { get; }
}
