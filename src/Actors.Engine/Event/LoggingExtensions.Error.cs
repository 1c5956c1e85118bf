namespace Akka.Event;

// The error level.
public static partial class LoggingExtensions
{
    /// <summary>Logs a text at error level.</summary>
    public static void Error(this ILoggingAdapter log, string format) => log.Log(LogLevel.ErrorLevel, null, format);

    /// <summary>Logs a text and its cause at error level.</summary>
    public static void Error(this ILoggingAdapter log, Exception? cause, string format) => log.Log(LogLevel.ErrorLevel, cause, format);

    /// <summary>Logs a format with arguments at error level.</summary>
    public static void Error(this ILoggingAdapter log, string format, object[] args)
        => log.Log(LogLevel.ErrorLevel, null, format, args);

    /// <summary>Logs a format with arguments, and a cause, at error level.</summary>
    public static void Error(this ILoggingAdapter log, Exception? cause, string format, object[] args)
        => log.Log(LogLevel.ErrorLevel, cause, format, args);

    /// <summary>Logs a format with arguments at error level.</summary>
    public static void Error<T1>(this ILoggingAdapter log, string format, T1 arg1)
        => log.Log(LogLevel.ErrorLevel, null, format, arg1);

    /// <summary>Logs a format with arguments, and a cause, at error level.</summary>
    public static void Error<T1>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1)
        => log.Log(LogLevel.ErrorLevel, cause, format, arg1);

    /// <summary>Logs a format with arguments at error level.</summary>
    public static void Error<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
        => log.Log(LogLevel.ErrorLevel, null, format, arg1, arg2);

    /// <summary>Logs a format with arguments, and a cause, at error level.</summary>
    public static void Error<T1, T2>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2)
        => log.Log(LogLevel.ErrorLevel, cause, format, arg1, arg2);

    /// <summary>Logs a format with arguments at error level.</summary>
    public static void Error<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
        => log.Log(LogLevel.ErrorLevel, null, format, arg1, arg2, arg3);

    /// <summary>Logs a format with arguments, and a cause, at error level.</summary>
    public static void Error<T1, T2, T3>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
        => log.Log(LogLevel.ErrorLevel, cause, format, arg1, arg2, arg3);

    /// <summary>Logs a format with arguments at error level.</summary>
    public static void Error<T1, T2, T3, T4>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        => log.Log(LogLevel.ErrorLevel, null, format, arg1, arg2, arg3, arg4);

    /// <summary>Logs a format with arguments, and a cause, at error level.</summary>
    public static void Error<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        => log.Log(LogLevel.ErrorLevel, cause, format, arg1, arg2, arg3, arg4);

    /// <summary>Logs a format with arguments at error level.</summary>
    public static void Error<T1, T2, T3, T4, T5>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        => log.Log(LogLevel.ErrorLevel, null, format, arg1, arg2, arg3, arg4, arg5);

    /// <summary>Logs a format with arguments, and a cause, at error level.</summary>
    public static void Error<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        => log.Log(LogLevel.ErrorLevel, cause, format, arg1, arg2, arg3, arg4, arg5);

    /// <summary>Logs a format with arguments at error level.</summary>
    public static void Error<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        => log.Log(LogLevel.ErrorLevel, null, format, arg1, arg2, arg3, arg4, arg5, arg6);

    /// <summary>Logs a format with arguments, and a cause, at error level.</summary>
    public static void Error<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        => log.Log(LogLevel.ErrorLevel, cause, format, arg1, arg2, arg3, arg4, arg5, arg6);
}
