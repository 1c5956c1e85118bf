using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger's answer to <see cref="InitializeLogger"/>: it is ready, and events may come.</summary>
public class LoggerInitialized : INoSerializationVerificationNeeded, IDeadLetterSuppression;
