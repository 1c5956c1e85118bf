namespace Akka.Actor;

/// <summary>Marks messages that do not reset the receiver's <see cref="ReceiveTimeout"/>.</summary>
public interface INotInfluenceReceiveTimeout
{
}
