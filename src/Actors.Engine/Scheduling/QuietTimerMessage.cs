namespace Akka.Actor;

/// <summary>A timer's message whose content does not reset the receive timeout, and so neither does it.</summary>
internal sealed class QuietTimerMessage(TimerScheduler owner, object key, object message, int generation, bool repeats, ICancelable task)
    : TimerMessage(owner, key, message, generation, repeats, task), INotInfluenceReceiveTimeout;
