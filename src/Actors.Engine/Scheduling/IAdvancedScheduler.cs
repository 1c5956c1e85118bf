namespace Akka.Actor;

/// <summary>
/// Runs code instead of sending messages. The code runs beside the actors and not in one, so an actor that schedules a closure over
/// its own state races with itself: prefer <see cref="ITellScheduler"/>.
/// </summary>
public interface IAdvancedScheduler : IActionScheduler;
