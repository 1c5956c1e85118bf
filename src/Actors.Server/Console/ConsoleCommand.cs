using Actors.Datagrams;

namespace Actors.Server.Console;

/// <summary>What the operator asked for at the console; see <see cref="ConsoleCommands"/>.</summary>
internal abstract record ConsoleCommand
{
    private ConsoleCommand()
    {
    }

    /// <summary>An empty line: nothing.</summary>
    internal sealed record Nothing : ConsoleCommand;

    /// <summary>Lists the members.</summary>
    /// <param name="All">Every one, however many.</param>
    internal sealed record Clients(bool All) : ConsoleCommand;

    /// <summary>Lists the rooms.</summary>
    internal sealed record Rooms : ConsoleCommand;

    /// <summary>Shows what was counted.</summary>
    internal sealed record Stats : ConsoleCommand;

    /// <summary>Lists the endpoints in quarantine.</summary>
    internal sealed record Quarantine : ConsoleCommand;

    /// <summary>Takes an endpoint out of quarantine.</summary>
    internal sealed record Pardon(EndpointKey Endpoint) : ConsoleCommand;

    /// <summary>Lists who waits at the desk.</summary>
    internal sealed record Waiting : ConsoleCommand;

    /// <summary>Gives an endpoint a name.</summary>
    internal sealed record Name(EndpointKey Endpoint, string As) : ConsoleCommand;

    /// <summary>Sets what people are told once while the operator is away; empty for nothing.</summary>
    internal sealed record Away(string Text) : ConsoleCommand;

    /// <summary>Answers somebody at the desk.</summary>
    /// <param name="To">An endpoint, a name, or <c>latest</c>.</param>
    /// <param name="Text">What.</param>
    internal sealed record Reply(string To, string Text) : ConsoleCommand;

    /// <summary>A line that begins with no command: an answer to whoever waits at the desk, or else a slip.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="Why">What to tell the operator where nobody waits.</param>
    internal sealed record Other(string Text, string Why) : ConsoleCommand;

    /// <summary>Stops the hub.</summary>
    internal sealed record Quit : ConsoleCommand;

    /// <summary>Lists the commands.</summary>
    internal sealed record Help : ConsoleCommand;

    /// <summary>Shows an endpoint's datagrams as they come and go.</summary>
    internal sealed record Explain(EndpointKey Endpoint) : ConsoleCommand;

    /// <summary>Shows them no more.</summary>
    internal sealed record ExplainOff : ConsoleCommand;

    /// <summary>A command, but not as it is written.</summary>
    /// <param name="Why">What to tell the operator, in one line.</param>
    internal sealed record Wrong(string Why) : ConsoleCommand;
}
