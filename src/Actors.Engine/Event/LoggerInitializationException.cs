using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger answered its <see cref="InitializeLogger"/> with something else than <see cref="LoggerInitialized"/>.</summary>
internal sealed class LoggerInitializationException(string message) : AkkaException(message);
