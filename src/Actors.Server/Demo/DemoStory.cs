using System.Globalization;

namespace Actors.Server.Demo;

/// <summary>
/// The demo's acts: everyone talks ─▶ a node is killed, the others go on ─▶ it is started again ─▶ the broker hangs, where there is one ─▶
/// the table.
/// </summary>
internal sealed class DemoStory(IDemoStage stage, TextWriter output, TimeSpan pause, TimeProvider time, CancellationToken stop)
    : IDisposable
{
    private static readonly string[] Nodes = ["a", "b", "c"];
    private static readonly string[] Rooms = ["red", "green", "blue"];

    private static readonly Dictionary<string, string[]> People = new()
    {
        ["a"] = ["ann", "bob", "cid"],
        ["b"] = ["dan", "eve", "fay"],
        ["c"] = ["gus", "hal", "ivy"],
    };

    // What the demo asks for; a wait is given up only at Patience, so that the table can say by how much it was missed.
    private static readonly TimeSpan EvictedWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RecoveredWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LocalWithin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan HungFor = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DemoTally _tally = new(time);
    private readonly DemoTable _table = new();
    private readonly Dictionary<string, IDemoNode> _nodes = [];
    private List<DemoClient> _clients = [];
    private int _lines;

    /// <summary>Plays it.</summary>
    /// <returns>Whether everything holds that was to be proved.</returns>
    public async Task<bool> PlayAsync()
    {
        await OpenAsync();
        await EveryoneTalksAsync();
        await NodeIsKilledAsync("b");
        await NodeIsBackAsync("b");
        if (stage.HasBroker) await BrokerHangsAsync();
        Sum();
        return _table.Holds;
    }

    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
        foreach (var node in _nodes.Values) node.Dispose();
    }

    private async Task OpenAsync()
    {
        await stage.OpenAsync(stop);
        foreach (var node in await Task.WhenAll(Nodes.Select(name => stage.StartNodeAsync(name, stop)))) _nodes.Add(node.Name, node);
        foreach (var node in Nodes) Join(node);
        foreach (var node in _nodes.Values)
        {
            output.WriteLine($"node {node.Name}: " + string.Join(", ", _clients.Where(one => one.Node == node.Name)
                .Select(one => $"{one.Name} in {one.Room} (udp {node.Of(one.Room)})")));
        }

        await MeetAsync(_clients);
    }

    private async Task EveryoneTalksAsync()
    {
        Act("everyone says something, and everyone in the same room hears it, whatever node they are on");
        string[] words =
        [
            "good morning", "hello everyone", "is this on",
            "we hear you", "so do we", "nice colour",
            "anyone for tea", "always", "two sugars",
        ];
        foreach (var (client, line) in _clients.Zip(words)) await ShowAsync(client, line);
        var said = await ChatterAsync(TimeSpan.FromSeconds(1), _clients);
        await HeardAsync();
        var texts = said.Values.SelectMany(all => all).ToList();
        output.WriteLine($"{texts.Count} more, from all at once: the slowest took {Ms(_tally.Slowest(texts))}");
    }

    private async Task NodeIsKilledAsync(string name)
    {
        Act($"node {name} is killed ({stage.HowKilled})");
        var gone = _clients.Where(client => client.Node == name).ToList();
        var rest = _clients.Except(gone).ToList();
        var watch = time.GetTimestamp();
        _nodes[name].Kill();
        foreach (var client in gone) client.Dispose();
        _clients = rest;

        // The others go on while it is being noticed.
        var talking = ChatterAsync(TimeSpan.FromSeconds(1), rest);
        var evicted = TimeSpan.Zero;
        foreach (var node in _nodes.Values.Where(node => node.Name != name))
        {
            var isGone = await UntilAsync(async () =>
                !(await node.MembersAsync()).Any(member => gone.Exists(one => one.Endpoint == member)));
            evicted = time.GetElapsedTime(watch);
            var lost = await node.LostMembersAsync();
            output.WriteLine(isGone
                ? $"node {node.Name} lists {Names(gone)} no more after {Seconds(evicted)}: node lost"
                : $"node {node.Name} still lists some of {Names(gone)} after {Seconds(evicted)}");
            var holds = isGone && lost == gone.Count;
            _table.Add($"node {node.Name}: members that left as \"node lost\"", Number(lost), Number(gone.Count), holds);
        }

        _table.Add("its members were gone after", Seconds(evicted), $"at most {Seconds(EvictedWithin)}", evicted <= EvictedWithin);
        await talking;
        foreach (var client in rest.Where(one => one.Node == "a")) await ShowAsync(client, "are you still there");
    }

    private async Task NodeIsBackAsync(string name)
    {
        Act($"node {name} is started again");
        _nodes[name].Dispose();
        var node = _nodes[name] = await stage.StartNodeAsync(name, stop);
        var ready = time.GetTimestamp();
        Join(name);
        await MeetAsync(_clients);
        var recovered = time.GetElapsedTime(ready);
        output.WriteLine($"everyone hears everyone, {Seconds(recovered)} after it was ready");
        AddRecovery("everyone heard everyone after its restart within", recovered);
        foreach (var client in _clients.Where(one => one.Node == node.Name)) await ShowAsync(client, "back again");
    }

    private async Task BrokerHangsAsync()
    {
        Act($"the broker hangs for {HungFor.TotalSeconds} s (SIGSTOP)");
        var before = SlowestEcho(await ChatterAsync(TimeSpan.FromSeconds(1), _clients));
        stage.HangBroker();
        var said = await ChatterAsync(HungFor, _clients);
        var echo = SlowestEcho(said);
        stage.ResumeBroker();
        var watch = time.GetTimestamp();
        await HeardAsync();
        var recovered = time.GetElapsedTime(watch);
        output.WriteLine($"meanwhile the slowest answer of anyone's own node took {Ms(echo)} (before: {Ms(before)}); " +
            $"what waited was with everyone {Seconds(recovered)} after the broker's return");
        // On a machine that is busy anyway, nothing is quick: then not slower than before.
        _table.Add("slowest answer of one's own node, broker hung", Ms(echo), $"at most {Ms(LocalWithin)}, or twice {Ms(before)}",
            echo <= LocalWithin || echo <= before * 2);
        AddRecovery("all that waited was heard after its return within", recovered);
    }

    private void AddRecovery(string what, TimeSpan recovered) =>
        _table.Add(what, Seconds(recovered), $"at most {Seconds(RecoveredWithin)}", recovered <= RecoveredWithin);

    private void Sum()
    {
        var (said, expected, heard, lost, doubled) = _tally.Sums();
        _table.Add("messages said", Number(said));
        _table.Add("heard, counting each hearer", Number(heard), Number(expected), heard == expected);
        _table.Add("lost", Number(lost), "0", lost == 0);
        _table.Add("doubled", Number(doubled), "0", doubled == 0);
        output.WriteLine();
        _table.WriteTo(output);
    }

    private void Join(string node) => _clients.AddRange(People[node].Zip(Rooms).Select(person =>
        new DemoClient(person.First, person.Second, _nodes[node], _tally, time)));

    /// <summary>Until each has heard each other in its room.</summary>
    private async Task MeetAsync(IReadOnlyList<DemoClient> clients)
    {
        var met = await UntilAsync(() =>
        {
            foreach (var client in clients.Where(client => InRoom(client).Any(other => !other.HasMet(client)))) client.Calls();
            return Task.FromResult(clients.All(client => InRoom(client).All(other => other.HasMet(client))));
        });
        if (!met) throw new InvalidOperationException("the clients do not hear one another");
    }

    /// <summary>One line, and who hears it.</summary>
    private async Task ShowAsync(DemoClient client, string words)
    {
        await Task.Delay(pause, time, stop);
        var hearers = InRoom(client).ToList();
        var text = client.Says($"{words} {++_lines}", hearers);
        await UntilAsync(() => Task.FromResult(_tally.HearersOf(text).Count == hearers.Count));
        output.WriteLine($"  {client.Room,-5} {client.Name} ({client.Node}): {words + ",",-21} heard by " +
            $"{string.Join(", ", _tally.HearersOf(text).Select(name => $"{name} ({_clients.Find(one => one.Name == name)!.Node})"))}" +
            $" in {Ms(_tally.Slowest([text]))}");
    }

    /// <summary>Everyone talks, 10 lines a second each; gives what each said.</summary>
    private async Task<Dictionary<DemoClient, List<string>>> ChatterAsync(TimeSpan how, IReadOnlyList<DemoClient> clients)
    {
        var said = clients.ToDictionary(client => client, _ => new List<string>());
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100), time);
        for (var start = time.GetTimestamp(); time.GetElapsedTime(start) < how; await ticks.WaitForNextTickAsync(stop))
        {
            foreach (var client in clients) said[client].Add(client.Says($"line {++_lines}", InRoom(client)));
        }

        return said;
    }

    /// <summary>The slowest that anyone got its own words back, which takes nobody but its own node.</summary>
    private TimeSpan SlowestEcho(Dictionary<DemoClient, List<string>> said) =>
        said.SelectMany(one => one.Value.Select(text => _tally.TimeTo(one.Key.Name, text))).Max();

    private IEnumerable<DemoClient> InRoom(DemoClient client) => _clients.Where(other => other.Room == client.Room);

    private Task<bool> HeardAsync() => UntilAsync(() => Task.FromResult(_tally.IsComplete));

    /// <summary>Asks again and again; false when it took too long.</summary>
    private async Task<bool> UntilAsync(Func<Task<bool>> condition)
    {
        using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(20), time);
        for (var start = time.GetTimestamp(); time.GetElapsedTime(start) < Patience; await glances.WaitForNextTickAsync(stop))
        {
            if (await condition()) return true;
        }

        return false;
    }

    private void Act(string title)
    {
        output.WriteLine();
        output.WriteLine($"== {title}");
    }

    private static string Names(IEnumerable<DemoClient> clients) => string.Join(", ", clients.Select(client => client.Name));

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s");

    private static string Ms(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.0} ms");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
