using System.Globalization;
using System.Text.RegularExpressions;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>
/// A hub started as the README starts it: without an option, so on the ports that the README names. Where one of those is somebody else's,
/// all are on free ones, which then stand in the README's programs too.
/// </summary>
public sealed partial class ReadmeHub : IDisposable
{
    private static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["9999"] = "chat",
        ["8080"] = "echo",
        ["9000"] = "time",
        ["5002"] = "prefix",
        ["8081"] = "desk",
        ["8008"] = "canned",
    };

    private readonly TemporaryFolder _folder = new();

    public ReadmeHub()
    {
        Process = ServerProcess.Start(_folder.Path);
        IsUsual = Process.Output.WaitForStart();
        if (!IsUsual)
        {
            // Refused for any other reason, it will be again.
            Process.Dispose();
            Process = ServerProcess.Start(_folder.Path, Names.Values.SelectMany(name => new[] { "--set", $"hub.listeners.{name}.port=0" }));
        }

        ReadyLine = Process.WaitUntilReady();
        Listeners = Listener.Parse(ReadyLine);
    }

    public ServerProcess Process { get; }

    public string ReadyLine { get; }

    public IReadOnlyList<Listener> Listeners { get; }

    /// <summary>Whether it listens on the README's own ports.</summary>
    public bool IsUsual { get; }

    /// <summary>The program with the ports that this hub has.</summary>
    public string Here(string program) => UsualPort().Replace(program, port =>
        Listeners.Single(one => one.Name == Names[port.Value]).Endpoint.Port.ToString(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        Process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"\b(9999|8080|9000|5002|8081|8008)\b")]
    private static partial Regex UsualPort();
}
