using Actors.Server.Configuration;
using Actors.Server.Options;

namespace Actors.Server.Demo;

/// <summary>hocon/demo/NAME.conf, beside the executable.</summary>
internal static class DemoConfiguration
{
    public static string FileOf(string node) => Path.Combine(AppContext.BaseDirectory, ConfigSource.Folder, "demo", $"{node}.conf");

    /// <exception cref="InvalidOperationException">There is something to mend; the message says what.</exception>
    public static ServerConfiguration Load(string node, params IReadOnlyList<Setting> settings)
    {
        var arguments = new ServerArguments { ConfigFile = FileOf(node), Settings = settings };
        var configuration = ServerConfiguration.Load(arguments, Environment.CurrentDirectory, AppContext.BaseDirectory);
        return configuration.Faults is [var fault, ..] ? throw new InvalidOperationException(fault.ToString()) : configuration;
    }
}
