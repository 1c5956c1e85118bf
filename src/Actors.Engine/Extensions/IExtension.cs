namespace Akka.Actor;

/// <summary>Something a system has one of, made when it is first asked for.</summary>
public interface IExtension
{
}
