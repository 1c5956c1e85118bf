using Actors.Server.Configuration;
using Actors.Server.Options;

namespace Actors.Server.Tests.Configuration;

/// <summary>A folder of its own for one test, with the engine's file of the build beside the "executable".</summary>
internal sealed class ConfigFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actors-server-tests-");

    public ConfigFolder()
    {
        Directory.CreateDirectory(Executable);
        Directory.CreateDirectory(Path.Combine(Executable, ConfigSource.Folder));
        var engineFile = Path.Combine(ConfigSource.Folder, "engine.conf");
        File.Copy(Path.Combine(AppContext.BaseDirectory, engineFile), Path.Combine(Executable, engineFile));
    }

    /// <summary>Where the server is started.</summary>
    public string Root => _folder.FullName;

    /// <summary>Where the server's executable would be.</summary>
    public string Executable => Path.Combine(Root, "bin");

    /// <summary>Writes a file below <see cref="Root"/> and gives its full path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Loads the configuration as a command line would.</summary>
    public ServerConfiguration Load(params string[] args)
    {
        var parsed = new ServerCommandLine().Parse(args);
        Assert.Null(parsed.Fault);
        return ServerConfiguration.Load(parsed.Arguments!, Root, Executable);
    }

    /// <summary>Loads one file's text, with settings over it.</summary>
    public static ServerConfiguration LoadText(string text, params string[] settings)
    {
        using var folder = new ConfigFolder();
        return folder.Load(["--config", folder.Write("hub.conf", text), .. settings.SelectMany(s => new[] { "--set", s })]);
    }

    /// <summary>The options of a text that has no fault.</summary>
    public static ServerOptions Options(string text, params string[] settings)
    {
        var configuration = LoadText(text, settings);
        Assert.Empty(configuration.Faults);
        return configuration.Options!;
    }

    /// <summary>The lines that a text is refused with; files without their folders.</summary>
    public static IReadOnlyList<string> Faults(string text, params string[] settings)
    {
        using var folder = new ConfigFolder();
        var path = folder.Write("hub.conf", text);
        var configuration = folder.Load(["--config", path, .. settings.SelectMany(s => new[] { "--set", s })]);
        Assert.Null(configuration.Options);
        return [.. configuration.Faults.Select(f => f.ToString().Replace(path, "hub.conf", StringComparison.Ordinal))];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
