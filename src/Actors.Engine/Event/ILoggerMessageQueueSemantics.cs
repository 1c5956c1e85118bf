using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The kind of message queue that loggers have.</summary>
public interface ILoggerMessageQueueSemantics : ISemantics;
