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
}
