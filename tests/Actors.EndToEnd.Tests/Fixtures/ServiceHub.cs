namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>One hub for a class of tests, with every listener of the hub.conf that is shipped, each on a free port.</summary>
public sealed class ServiceHub : IDisposable
{
    public RunningHub Hub { get; } = new(["--set", "hub.interval=120s", .. EveryService]);

    /// <summary>The arguments that add them to the chat.</summary>
    public static IEnumerable<string> EveryService =>
        new[] { "echo", "time", "prefix", "desk", "canned" }.SelectMany(service => Listener(service, service));

    /// <summary>The arguments that add one listener.</summary>
    public static IEnumerable<string> Listener(string name, string service) =>
        ["--set", $"hub.listeners.{name}.port=0", "--set", $"hub.listeners.{name}.service={service}"];

    public void Dispose() => Hub.Dispose();
}
