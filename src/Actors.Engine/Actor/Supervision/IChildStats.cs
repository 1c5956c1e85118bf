namespace Akka.Actor.Internal;

/// <summary>What a supervisor remembers of a child.</summary>
public interface IChildStats
{
}
