using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Makes the scheduler that the configuration names.</summary>
internal static class SchedulerFactory
{
    internal static IScheduler Create(Settings settings, ILoggingAdapter log)
    {
        // The whole configuration, as Akka.NET has it: a scheduler of one's own may read more than its section.
        var config = settings.Config;
        if (settings.SchedulerClass is null or "Akka.Actor.HashedWheelTimerScheduler") return new HashedWheelTimerScheduler(config, log);
        var type = ConfiguredType.Find(settings.SchedulerClass)
            ?? throw new ConfigurationException($"Could not resolve scheduler type {settings.SchedulerClass}: akka.scheduler.implementation must name a type.");
        return (IScheduler)Activator.CreateInstance(type, config, log)!;
    }
}
