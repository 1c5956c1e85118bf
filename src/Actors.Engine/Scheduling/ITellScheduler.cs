namespace Akka.Actor;

/// <summary>
/// Sends messages later. A delay is at least zero, an interval more than zero; else <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public interface ITellScheduler
{
    /// <summary>Tells <paramref name="message"/> once, no earlier than <paramref name="delay"/> from now.</summary>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Tells <paramref name="message"/> once, unless <paramref name="cancelable"/> is cancelled first.</summary>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);

    /// <summary>Tells <paramref name="message"/> after <paramref name="initialDelay"/>, then every <paramref name="interval"/>.</summary>
    void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Tells <paramref name="message"/> again and again, until <paramref name="cancelable"/> is cancelled.</summary>
    void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);
}
