using System.Diagnostics;
using System.Globalization;
using Actors.EndToEnd.Tests.Fixtures;
using Actors.Server.Demo;
using Actors.Server.Demo.Processes;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>The demo as a process of its own, as one types it.</summary>
internal sealed class DemoRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actors-demo-test-").FullName;
    private readonly ProcessGuard _guard;
    private readonly List<string> _lines = [];

    /// <summary>Starts it.</summary>
    /// <param name="path">The programs that it finds; null for those that we find.</param>
    public DemoRun(string? path = null)
    {
        RealProcesses.TakeTurn();
        _guard = new ProcessGuard(_folder);
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(DemoStory).Assembly.Location, "demo", "--headless"]);
        // What it puts into the temporary folder can be seen to be gone.
        start.Environment["TMPDIR"] = _folder;
        if (path is not null) start.Environment["PATH"] = path;
        Process = ChildProcess.Start(_guard, start, line =>
        {
            lock (_lines) _lines.Add(line);
        });
    }

    public ChildProcess Process { get; }

    public IReadOnlyList<string> Lines
    {
        get { lock (_lines) return [.. _lines]; }
    }

    /// <summary>Waits for its end, which must be a good one; gives what it said.</summary>
    public async Task<IReadOnlyList<string>> EndsWellAsync()
    {
        var code = await Process.ExitAsync(Wait.Bound);
        var lines = Lines;
        Assert.True(code == 0, $"exit code {code}, having said:\n{string.Join('\n', lines)}\n\n{Process.LastWords}");
        return lines;
    }

    public bool LeftFiles => Directory.EnumerateFileSystemEntries(_folder, "actors-demo-*").Any();

    public Task SaysAsync(string words) =>
        Wait.Until($"the demo says {words}", () => Task.FromResult(Lines.Any(line => line.Contains(words, StringComparison.Ordinal))));

    /// <summary>Everything that it started, and that those did.</summary>
    public IReadOnlySet<int> Descendants()
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder))
            .Where(name => name.All(char.IsAsciiDigit))
            .Select(name => (Id: int.Parse(name, CultureInfo.InvariantCulture), Parent: ParentOf(name))).ToList();
        var found = new HashSet<int>();
        var todo = new Queue<int>([Process.Id]);
        while (todo.TryDequeue(out var id))
        {
            foreach (var (child, _) in parents.Where(one => one.Parent == id && found.Add(one.Id))) todo.Enqueue(child);
        }

        return found;
    }

    /// <summary>Waits until none of them is left.</summary>
    public static Task AreGoneAsync(IReadOnlySet<int> processes) =>
        Wait.Until("all that it started is gone", () => Task.FromResult(!processes.Any(id => ParentOf($"{id}") is not null)));

    public void Dispose()
    {
        var started = Descendants();
        Process.Dispose();
        // Killed, it leaves the rest to its guard, which then removes what we are about to.
        AreGoneAsync(started).GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
        _guard.Dispose();
    }

    /// <summary>
    /// proc(5): <c>ID (NAME) STATE PARENT …</c>; null for one that is gone, though nobody may have asked yet what became of it (Z).
    /// </summary>
    private static int? ParentOf(string id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
