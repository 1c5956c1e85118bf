using Actors.Server.Options;
using Akka.Configuration;

namespace Actors.Server.Configuration;

/// <summary>
/// The configuration from all its sources: the command line over the file over the defaults, and below them the engine's own file.
/// </summary>
/// <param name="File">The file that was read, or null when there was none.</param>
/// <param name="Settings">How many keys the command line sets.</param>
/// <param name="Options">What came out of it; null when there are faults.</param>
/// <param name="Layers">The sources, the strongest first; the last is the engine's own.</param>
/// <param name="Faults">What the operator must mend, in the order of its lines; empty when all is well.</param>
internal sealed record ServerConfiguration(
    string? File, int Settings, ServerOptions? Options, IReadOnlyList<ConfigLayer> Layers, IReadOnlyList<OperatorFault> Faults)
{
    private const string EngineFile = "engine.conf";

    /// <summary>What was read and is right, in one line.</summary>
    public string Summary
    {
        get
        {
            var listeners = string.Join(", ", Options!.Enabled.Select(l => $"{l.Name} udp {l.Local}"));
            var disabled = Options.Listeners.Count - Options.Enabled.Count();
            return $"{File ?? "the defaults"}{(Settings > 0 ? $" and {Settings} --set" : "")}; keys, types and ranges; "
                + $"{listeners}{(disabled > 0 ? $", {disabled} disabled" : "")} (whether the ports are free is found out at the start)";
        }
    }

    /// <summary>Reads and checks everything; never throws for what an operator can mend.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="workingFolder">Where <c>./hocon/hub.conf</c> is looked for.</param>
    /// <param name="executableFolder">Where <c>hocon/hub.conf</c> and <c>hocon/engine.conf</c> of the build stand.</param>
    public static ServerConfiguration Load(ServerArguments arguments, string workingFolder, string executableFolder)
    {
        var faults = new List<OperatorFault>();
        var layers = new List<ConfigLayer>();
        if (arguments.Settings.Count > 0 && ConfigSource.ReadSettings(arguments.Settings, faults) is { } settings)
            layers.Add(settings);
        var file = ConfigSource.Locate(arguments.ConfigFile, workingFolder, executableFolder);
        if (file is not null && ConfigSource.ReadFile(file, faults) is { } configured)
            layers.Add(configured);
        if (ReadEngineFile(executableFolder, faults) is { } engine)
            layers.Add(engine);

        ServerOptions? options = null;
        if (faults.Count == 0)
        {
            // Each source is a fallback of those that are stronger.
            var actors = layers.Select(l => l.Config).Where(c => !c.IsEmpty)
                .Aggregate(ConfigurationFactory.Empty, (strong, weak) => strong.IsEmpty ? weak : strong.WithFallback(weak));
            KeyCheck.Run(layers, faults);
            options = new OptionsReader(layers, faults).Read(actors);
        }

        return new ServerConfiguration(file, arguments.Settings.Count, faults.Count == 0 ? options : null, layers, faults);
    }

    private static ConfigLayer? ReadEngineFile(string executableFolder, List<OperatorFault> faults)
    {
        var file = Path.Combine(executableFolder, ConfigSource.Folder, EngineFile);
        if (System.IO.File.Exists(file))
            return ConfigSource.ReadFile(file, faults);
        faults.Add(new OperatorFault(file, "this part of the build is missing", "build or publish the server again"));
        return null;
    }
}
