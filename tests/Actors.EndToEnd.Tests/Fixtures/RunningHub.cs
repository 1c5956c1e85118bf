using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>A server that has said that it is ready, on free ports of 127.0.0.1, with its console on a pipe.</summary>
public sealed partial class RunningHub : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.WithChatOnly();

    /// <summary>Starts with a chat on a free port and <c>--console</c>, then the given arguments, which win.</summary>
    public RunningHub(params IEnumerable<string> arguments)
        : this((IReadOnlyList<string>)[], arguments)
    {
    }

    private RunningHub(IReadOnlyList<string> environment, IEnumerable<string> arguments)
    {
        try
        {
            Process = environment.Count == 0
                ? ServerProcess.Start(_folder.Path, ["--console", .. arguments])
                : ServerProcess.Run(
                    "env", _folder.Path, [.. environment, ServerProcess.Dotnet, Checkout.Server, "--console", .. arguments]);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }

        try
        {
            ReadyLine = Process.WaitUntilReady();
        }
        catch
        {
            Dispose();
            throw;
        }

        Listeners = Listener.Parse(ReadyLine);
    }

    public ServerProcess Process { get; }

    /// <summary>The same, in an environment of its own (<c>TZ=UTC</c>).</summary>
    public static RunningHub In(IReadOnlyList<string> environment, IEnumerable<string> arguments) => new(environment, arguments);

    public string ReadyLine { get; }

    public IReadOnlyList<Listener> Listeners { get; }

    public IPEndPoint Of(string listener) => Listeners.Single(one => one.Name == listener).Endpoint;

    public IPEndPoint Chat => Listener.Chat(ReadyLine);

    public ChatUser User(string listener = "chat") => new(Of(listener));

    /// <summary>Types a command at the console and gives the lines of its answer.</summary>
    public IReadOnlyList<string> Ask(string command)
    {
        var from = Process.Output.Lines.Count;
        Process.Type(command);
        // The console answers in order: what stands before the answer to a second, well-known command belongs to the first.
        Process.Type("pardon 127.0.0.1:1");
        Process.Output.WaitForLine($"the answer to {command}", Marks, from, () => Process.Errors.Text);
        return [.. Process.Output.Lines.Skip(from).TakeWhile(line => !Marks(line))];

        static bool Marks(string line) => line.StartsWith("127.0.0.1:1 ", StringComparison.Ordinal);
    }

    /// <summary>One of the figures that <c>stats</c> shows, a line each; 0 for a reason to drop that has not occurred.</summary>
    public long Stat(string name) => Ask("stats").Select(line => Figure().Match(line))
        .Where(figure => figure.Groups["name"].Value == name)
        .Select(figure => long.Parse(figure.Groups["value"].Value, CultureInfo.InvariantCulture))
        .SingleOrDefault();

    public bool Lists(ChatUser user) => Ask("clients").Any(line => line.Contains(user.Name, StringComparison.Ordinal));

    public void Dispose()
    {
        Process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"^(?<name>.+?) +(?<value>\d+)( ms.*)?$")]
    private static partial Regex Figure();
}
