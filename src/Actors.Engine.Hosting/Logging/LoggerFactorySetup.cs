using Akka.Actor.Setup;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting.Logging;

/// <summary>Tells <see cref="LoggerFactoryLogger"/> where its loggers come from.</summary>
public class LoggerFactorySetup : Setup
{
    /// <summary>Loggers from this factory, which outlives the actor system.</summary>
    public LoggerFactorySetup(ILoggerFactory loggerFactory) => LoggerFactory = loggerFactory;

    /// <summary>Where loggers come from.</summary>
    public ILoggerFactory LoggerFactory { get; }
}
