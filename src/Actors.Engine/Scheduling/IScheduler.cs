namespace Akka.Actor;

/// <summary>A system's clock and its means to send messages later. <see cref="ActorSystem.Scheduler"/> holds the one of a system.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    /// <summary>Runs code later rather than sending messages.</summary>
    IAdvancedScheduler Advanced { get; }
}
