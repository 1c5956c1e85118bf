using Actors.Hub;
using Actors.Server.Traffic;

namespace Actors.Server.Console;

/// <summary>
/// The operator's console: reads commands line by line, and writes what was asked for. Reading → answering → reading …, until
/// <c>quit</c> (which ends the hub) or the end of the input (which ends the console only).
/// </summary>
internal sealed class OperatorConsole(TextReader input, TextWriter output, IHubQuestions hub, Explainer explainer, Action quit)
{
    // No command is longer, and no reply may be: one character more than it may have of bytes, so that what is cut is refused.
    private const int MaxLine = DeskQueries.MaxReplyBytes + 1;

    private readonly ConsoleRenderer _renderer = new(output);

    /// <summary>Runs until quit or the end of the input; blocks while it waits for a line.</summary>
    public void Run()
    {
        var lines = new BoundedLineReader(input, MaxLine);
        try
        {
            while (lines.Read() is { } line && Answer(ConsoleCommands.Parse(line)))
            {
            }
        }
        catch (IOException)
        {
            // The terminal is gone: that ends the console like the end of the input does. Its SIGHUP ends the hub.
        }
    }

    /// <summary>Answers one command; false when it was the last.</summary>
    private bool Answer(ConsoleCommand command)
    {
        try
        {
            Do(command);
        }
        catch (TimeoutException)
        {
            output.WriteLine("the hub did not answer in time; ask again");
        }

        if (command is not ConsoleCommand.Quit)
            return true;
        quit();
        return false;
    }

    private void Do(ConsoleCommand command)
    {
        switch (command)
        {
            case ConsoleCommand.Clients clients: _renderer.Write(hub.Clients(), clients.All); break;
            case ConsoleCommand.Rooms: _renderer.Write(hub.Rooms()); break;
            case ConsoleCommand.Stats: _renderer.Write(hub.Stats()); break;
            case ConsoleCommand.Quarantine: _renderer.Write(hub.Quarantine()); break;
            case ConsoleCommand.Pardon pardon: _renderer.Write(hub.Pardon(pardon.Endpoint)); break;
            case ConsoleCommand.Explain explain: explainer.Start(explain.Endpoint); break;
            case ConsoleCommand.ExplainOff: explainer.End(); break;
            case ConsoleCommand.Help: _renderer.WriteHelp(); break;
            case ConsoleCommand.Waiting: _renderer.Write(hub.Waiting()); break;
            case ConsoleCommand.Name name: _renderer.Write(hub.Name(name.Endpoint, name.As)); break;
            case ConsoleCommand.Away away: _renderer.Write(hub.SetAway(away.Text)); break;
            case ConsoleCommand.Reply reply: Reply(reply.To, reply.Text, otherwise: $"nobody at the desk is {reply.To}"); break;
            case ConsoleCommand.Other other: Reply("", other.Text, otherwise: other.Why); break;
            case ConsoleCommand.Wrong wrong: output.WriteLine(wrong.Why); break;
        }
    }

    private void Reply(string to, string text, string otherwise) => _renderer.Write(hub.Reply(to, text), text, otherwise);
}
