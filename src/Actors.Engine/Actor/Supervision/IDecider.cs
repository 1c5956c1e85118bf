namespace Akka.Actor;

/// <summary>Maps a failure to a directive.</summary>
public interface IDecider
{
    /// <summary>What is done about <paramref name="cause"/>.</summary>
    Directive Decide(Exception cause);
}
