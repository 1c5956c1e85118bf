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

    /// <summary>Stops the hub.</summary>
    internal sealed record Quit : ConsoleCommand;

    /// <summary>Lists the commands.</summary>
    internal sealed record Help : ConsoleCommand;

    /// <summary>A line that is no command.</summary>
    /// <param name="Why">What to tell the operator, in one line.</param>
    internal sealed record Wrong(string Why) : ConsoleCommand;
}
