namespace Akka.Event;

/// <summary>How much a log event matters. A level in configuration lets its own and all higher ones through.</summary>
public enum LogLevel
{
    /// <summary>For those who look for a fault.</summary>
    DebugLevel,

    /// <summary>The usual course of things.</summary>
    InfoLevel,

    /// <summary>Something that somebody should look at.</summary>
    WarningLevel,

    /// <summary>Something failed.</summary>
    ErrorLevel,
}
