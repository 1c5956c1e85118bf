using Akka.Actor;

namespace Akka.Event;

/// <summary>The first message to a logger: it may subscribe to more on the bus, and answers <see cref="LoggerInitialized"/>.</summary>
public class InitializeLogger : INoSerializationVerificationNeeded
{
    /// <summary>The message.</summary>
    public InitializeLogger(LoggingBus loggingBus) => LoggingBus = loggingBus;

    /// <summary>The bus that the logger serves.</summary>
    public LoggingBus LoggingBus { get; }
}
