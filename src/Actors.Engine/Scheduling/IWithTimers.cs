namespace Akka.Actor;

/// <summary>An actor that implements it finds its <see cref="Timers"/> set when its constructor runs.</summary>
public interface IWithTimers
{
    /// <summary>The actor's timers; set by the engine.</summary>
    ITimerScheduler Timers { get; set; }
}
