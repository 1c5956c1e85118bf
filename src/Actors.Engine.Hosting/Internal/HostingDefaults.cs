using Akka.Configuration;

namespace Akka.Hosting.Internal;

/// <summary>What a hosted actor system does differently from one of its own; the application's HOCON wins over it.</summary>
internal static class HostingDefaults
{
    /// <summary>The host decides when the process ends (SIGTERM, Ctrl+C): no second hook beside its own, no exit behind its back.</summary>
    public static Config Config => ConfigurationFactory.ParseString("""
        akka.coordinated-shutdown {
          run-by-clr-shutdown-hook = off
          exit-clr = off
        }
        """);
}
