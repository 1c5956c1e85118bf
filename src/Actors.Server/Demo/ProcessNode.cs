using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Actors.Server.Demo.Processes;

namespace Actors.Server.Demo;

/// <summary>A node that is a process of this program, spoken to by its console.</summary>
internal sealed partial class ProcessNode : IDemoNode
{
    // What a start takes on a machine that is busy.
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(5);

    // The console answers in order: what stands before the answer to this belongs to the question before it.
    private const string Mark = "127.0.0.1:1";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private Dictionary<string, IPEndPoint> _rooms = [];
    private ChildProcess? _process;
    private List<string> _lines = [];
    private TaskCompletionSource<List<string>>? _answer;

    private ProcessNode(string name) => Name = name;

    public string Name { get; }

    /// <summary>The process.</summary>
    public ChildProcess Process => _process!;

    /// <summary>Starts this program with a console on a pipe, and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It did not come up; the message has its last words.</exception>
    public static async Task<ProcessNode> StartAsync(
        string name,
        ProcessGuard guard,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken stop)
    {
        var node = new ProcessNode(name);
        var start = ThisProgram([.. arguments, "--console"]);
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        node._process = ChildProcess.Start(guard, start, node.Hear);
        try
        {
            await Task.WhenAny(node._ready.Task, node._process.ExitAsync(ReadyWithin)).WaitAsync(stop);
            if (!node._ready.Task.IsCompleted) throw new InvalidOperationException($"node {name} did not start: {node._process.LastWords}");
            node._rooms = Listener().Matches(await node._ready.Task).ToDictionary(
                match => match.Groups["room"].Value, match => IPEndPoint.Parse(match.Groups["endpoint"].Value));
            return node;
        }
        catch
        {
            node.Dispose();
            throw;
        }
    }

    public IPEndPoint Of(string room) => _rooms[room];

    public async Task<IReadOnlyCollection<string>> MembersAsync() =>
        [.. (await AskAsync("clients all")).SelectMany(line => Endpoint().Matches(line)).Select(match => match.Value)];

    public async Task<long> LostMembersAsync() => (await AskAsync("stats"))
        .Where(line => line.Contains("left node-lost", StringComparison.Ordinal))
        .Sum(line => long.Parse(line[line.LastIndexOf(' ')..], CultureInfo.InvariantCulture));

    /// <summary>Types a command and gives the lines of its answer; none when there is no answer.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string command)
    {
        await _turn.WaitAsync();
        try
        {
            var answer = new TaskCompletionSource<List<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_gate) (_lines, _answer) = ([], answer);
            _process!.Type(command);
            _process.Type($"pardon {Mark}");
            return await answer.Task.WaitAsync(AnswersWithin);
        }
        catch (TimeoutException)
        {
            return [];
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Kill() => _process!.Kill();

    public void Dispose() => _process?.Dispose();

    private void Hear(string line)
    {
        if (line.StartsWith("ready:", StringComparison.Ordinal)) _ready.TrySetResult(line);
        lock (_gate)
        {
            if (line.StartsWith(Mark + " ", StringComparison.Ordinal)) _answer?.TrySetResult(_lines);
            else _lines.Add(line);
        }
    }

    /// <summary>The program that runs: itself an executable, or one that dotnet runs.</summary>
    private static ProcessStartInfo ThisProgram(IEnumerable<string> arguments)
    {
        var assembly = typeof(ProcessNode).Assembly.Location;
        var executable = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? "exe" : null);
        return File.Exists(executable)
            ? new ProcessStartInfo(executable, arguments)
            : new ProcessStartInfo(Environment.ProcessPath!, [assembly, .. arguments]);
    }

    [GeneratedRegex(@"[\w-]+ udp (?<endpoint>\S+:\d+) room (?<room>[^;\s]+)")]
    private static partial Regex Listener();

    [GeneratedRegex(@"(?<!\S)\S+:\d+(?=\s)")]
    private static partial Regex Endpoint();
}
