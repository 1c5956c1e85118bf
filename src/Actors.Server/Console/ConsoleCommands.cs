using Actors.Datagrams;
using Actors.Hub;
using Actors.Server.Configuration;

namespace Actors.Server.Console;

/// <summary>
/// The console's grammar: a word, and for some a second one or a text. Case and white space around words do not matter. A line whose first
/// word is no command is for the desk: <c>@WHO TEXT</c>, or just a text.
/// </summary>
internal static class ConsoleCommands
{
    // One column of the console.
    private const int MaxNameLength = 64;

    /// <summary>The commands with what they do, for <c>help</c>.</summary>
    public static readonly IReadOnlyList<(string Usage, string Does)> All =
    [
        ("clients [all]", "the members: endpoint, room, how long silent"),
        ("rooms", "the rooms: listener, service, members"),
        ("stats", "what was received, sent and dropped, and memory"),
        ("quarantine", "the endpoints whose datagrams are dropped"),
        ("pardon IP:PORT", "takes an endpoint out of quarantine"),
        ("explain IP:PORT", "shows an endpoint's datagrams, with what becomes of each, until explain off"),
        ("waiting", "who waits at the desk for an answer"),
        ("name IP:PORT NAME", "gives somebody at the desk a name"),
        ("away [TEXT]", "tells each person at the desk once that you are away; without a text, no more"),
        ("quit", "says Bye! to every member and ends the hub"),
        ("help", "this list"),
    ];

    /// <summary>What else may be typed, for <c>help</c>.</summary>
    public static readonly IReadOnlyList<(string Usage, string Does)> Replies =
    [
        ("@WHO TEXT", "answers somebody at the desk: WHO is IP:PORT, a name, or latest"),
        ("TEXT", "any other line, while somebody waits: answers whoever wrote last"),
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
            ("pardon", 2) => Endpoint("pardon", words[1], endpoint => new ConsoleCommand.Pardon(endpoint)),
            ("explain", 2) when words[1].Equals("off", StringComparison.OrdinalIgnoreCase) => new ConsoleCommand.ExplainOff(),
            ("explain", 2) => Endpoint("explain", words[1], endpoint => new ConsoleCommand.Explain(endpoint)),
            ("waiting", 1) => new ConsoleCommand.Waiting(),
            ("name", 3) => Name(words[1], words[2]),
            ("away", _) => new ConsoleCommand.Away(Rest(line)),
            ("quit", 1) => new ConsoleCommand.Quit(),
            ("help", 1) => new ConsoleCommand.Help(),
            _ when command[0] == '@' => Reply(words[0][1..], Rest(line)),
            _ => Other(line, command, words[0]),
        };
    }

    private static ConsoleCommand Endpoint(string command, string word, Func<EndpointKey, ConsoleCommand> make) =>
        EndpointKey.TryParse(word, out var endpoint) ? make(endpoint) : NoEndpoint(command, word);

    private static ConsoleCommand Name(string word, string name) =>
        !EndpointKey.TryParse(word, out var endpoint) ? NoEndpoint("name", word)
        : name.Length > MaxNameLength || name == DeskQueries.Latest || EndpointKey.TryParse(name, out _)
            ? new ConsoleCommand.Wrong(OneLine.Of(
                $"{name} cannot be a name; write at most {MaxNameLength} characters, no endpoint, and not latest"))
        : new ConsoleCommand.Name(endpoint, name);

    private static ConsoleCommand.Wrong NoEndpoint(string command, string word) =>
        new(OneLine.Of($"{word} is not an endpoint; write {command} 192.0.2.1:5000 or {command} [2001:db8::1]:5000"));

    private static ConsoleCommand Reply(string to, string text) =>
        to.Length > 0 && text.Length > 0
            ? new ConsoleCommand.Reply(to, text)
            : new ConsoleCommand.Wrong("write @WHO TEXT; WHO is IP:PORT, a name, or latest");

    private static ConsoleCommand Other(string line, string command, string word)
    {
        if (All.FirstOrDefault(c => FirstWord(c.Usage) == command).Usage is { } usage)
            return new ConsoleCommand.Wrong($"write {usage}");

        var nearest = NearestKey.To(command, All.Select(c => FirstWord(c.Usage)));
        var guess = nearest is null ? "" : $"did you mean {nearest}? ";
        return new ConsoleCommand.Other(line.Trim(), OneLine.Of($"{word} is not a command; {guess}help lists them"));
    }

    /// <summary>What stands behind the first word.</summary>
    private static string Rest(string line)
    {
        var text = line.Trim();
        var end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? "" : text[end..].TrimStart();
    }

    private static string FirstWord(string usage) => usage.Split(' ')[0];
}
