using Actors.Benchmarks.Processes;
using Actors.Benchmarks.Yardsticks;

namespace Actors.Benchmarks.Hub;

/// <summary>A server that takes part.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Start">Starts it.</param>
internal sealed record Contender(string Name, Func<RunningServer> Start)
{
    /// <summary>What the others are measured by: our own batched loop without actors.</summary>
    internal static readonly Contender Batched = new("C#, batched, no actors", () => Serve("batched"));

    internal static readonly Contender Hub = new("the hub", StartHub);

    private static readonly Contender Python =
        new("Python, the documents'", () => RunningServer.Start("python3", "-c", Yardstick.Python()));

    /// <summary>Those that can run here.</summary>
    internal static IReadOnlyList<Contender> All { get; } =
    [
        Hub,
        Batched,
        new("C#, SendTo for each", () => Serve("plain")),
        .. Built.Has("python3") ? (Contender[])[Python] : [],
    ];

    internal static RunningServer Serve(string yardstick) => RunningServer.Start(Built.Dotnet, Built.Benchmarks, "serve", yardstick);

    /// <summary>The hub with a chat on a free port and nothing else, its console on a pipe.</summary>
    private static RunningServer StartHub() => RunningServer.Start(Built.Dotnet, [Built.Server, "--config", HubFile.Path, "--console"]);
}
