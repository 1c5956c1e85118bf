using Microsoft.Extensions.Logging;

namespace Actors.Server.Hosting;

/// <summary>What the process itself logs.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Configuration {File}, {Settings} keys from the command line; {Version}")]
    public static partial void Starting(this ILogger logger, string file, int settings, string version);

    [LoggerMessage(2, LogLevel.Information,
        "Listener {Listener}: the system grants {Granted} bytes of receive buffer, not {Asked}; sysctl net.core.rmem_max raises it")]
    public static partial void SmallReceiveBuffer(this ILogger logger, string listener, int granted, int asked);

    [LoggerMessage(3, LogLevel.Information, "Said Bye! to {Members} members")]
    public static partial void SaidBye(this ILogger logger, int members);

    [LoggerMessage(4, LogLevel.Warning, "Not every member could be told Bye! in time")]
    public static partial void ByeTimedOut(this ILogger logger);

    [LoggerMessage(5, LogLevel.Information, "Capturing every datagram to {File}, at most {Files} files of {Bytes} bytes")]
    public static partial void Capturing(this ILogger logger, string file, int files, long bytes);

    [LoggerMessage(6, LogLevel.Warning, "The capture has stopped: {Why}. The hub goes on")]
    public static partial void CaptureStopped(this ILogger logger, string why);

    [LoggerMessage(7, LogLevel.Information, "Captured {Written} datagrams, {Dropped} are missing")]
    public static partial void Captured(this ILogger logger, long written, long dropped);

    [LoggerMessage(8, LogLevel.Warning, "The capture could not be written to its end in time")]
    public static partial void CaptureNotEnded(this ILogger logger);
}
