using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>What this project itself logs.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Critical, "Unable to start AkkaHostedService - shutting down application")]
    public static partial void StartFailed(this ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The actor system did not shut down within the host's shutdown timeout")]
    public static partial void StopTookTooLong(this ILogger logger);
}
