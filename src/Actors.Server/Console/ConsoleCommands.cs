using Actors.Datagrams;
using Actors.Server.Configuration;

namespace Actors.Server.Console;

/// <summary>The console's grammar: a word, and for some a second one. Case and white space around words do not matter.</summary>
internal static class ConsoleCommands
{
    /// <summary>The commands with what they do, for <c>help</c>.</summary>
    public static readonly IReadOnlyList<(string Usage, string Does)> All =
    [
        ("clients [all]", "the members: endpoint, room, how long silent"),
        ("rooms", "the rooms: listener, service, members"),
        ("stats", "what was received, sent and dropped, and memory"),
        ("quarantine", "the endpoints whose datagrams are dropped"),
        ("pardon IP:PORT", "takes an endpoint out of quarantine"),
        ("quit", "says Bye! to every member and ends the hub"),
        ("help", "this list"),
    ];

    /// <summary>Reads one line; never throws.</summary>
    public static ConsoleCommand Parse(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return new ConsoleCommand.Nothing();

        var command = words[0].ToLowerInvariant();
        return (command, words.Length) switch
        {
            ("clients", 1) => new ConsoleCommand.Clients(All: false),
            ("clients", 2) when words[1].Equals("all", StringComparison.OrdinalIgnoreCase) => new ConsoleCommand.Clients(All: true),
            ("rooms", 1) => new ConsoleCommand.Rooms(),
            ("stats", 1) => new ConsoleCommand.Stats(),
            ("quarantine", 1) => new ConsoleCommand.Quarantine(),
            ("pardon", 2) => Pardon(words[1]),
            ("quit", 1) => new ConsoleCommand.Quit(),
            ("help", 1) => new ConsoleCommand.Help(),
            _ => Wrong(command, words[0]),
        };
    }

    private static ConsoleCommand Pardon(string word) =>
        EndpointKey.TryParse(word, out var endpoint)
            ? new ConsoleCommand.Pardon(endpoint)
            : new ConsoleCommand.Wrong(OneLine.Of($"{word} is not an endpoint; write pardon 192.0.2.1:5000 or pardon [2001:db8::1]:5000"));

    private static ConsoleCommand.Wrong Wrong(string command, string word)
    {
        if (All.FirstOrDefault(c => FirstWord(c.Usage) == command).Usage is { } usage)
            return new ConsoleCommand.Wrong($"write {usage}");

        var nearest = NearestKey.To(command, All.Select(c => FirstWord(c.Usage)));
        var guess = nearest is null ? "" : $"did you mean {nearest}? ";
        return new ConsoleCommand.Wrong(OneLine.Of($"{word} is not a command; {guess}help lists them"));
    }

    private static string FirstWord(string usage) => usage.Split(' ')[0];
}
