using Actors.Client.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Actors.Client.Terminal;

/// <summary>
/// What a command says, in one of three manners: in colour above the prompt on a terminal; as plain lines, results on standard output and
/// remarks on standard error, for a pipe; as one JSON object a line on standard output with <c>--json</c>.
/// </summary>
internal sealed class Output
{
    private readonly ITerminal _terminal;
    private readonly bool _isJson;

    public Output(ITerminal terminal, bool isJson)
    {
        (_terminal, _isJson) = (terminal, isJson);
        Prompt = new PromptLine(terminal);
        Lines = new LineInput(terminal, Prompt);
    }

    /// <summary>The prompt of an interactive terminal.</summary>
    public PromptLine Prompt { get; }

    /// <summary>What is typed.</summary>
    public LineInput Lines { get; }

    /// <summary>Whether colours and tables are seen by a person.</summary>
    public bool IsPretty => _terminal.OutputIsTerminal && !_isJson;

    /// <summary>Whether a person types at a prompt.</summary>
    public bool IsInteractive => _terminal.IsInteractive && !_isJson;

    /// <summary>A result.</summary>
    /// <param name="plain">The line, safe to print.</param>
    /// <param name="json">The same for <c>--json</c>.</param>
    /// <param name="markup">The same in Spectre.Console's markup; else the plain line.</param>
    public void Say(string plain, JsonLine json, string? markup = null)
    {
        if (_isJson) Write(_terminal.Out, json.ToString());
        else if (IsPretty) Prompt.Print(markup is null ? plain : Render(new Markup(markup)));
        else Write(_terminal.Out, plain);
    }

    /// <summary>A remark about what is going on: beside the results, never among them.</summary>
    /// <param name="plain">The line, safe to print.</param>
    /// <param name="json">The same for <c>--json</c>; null where a bot needs no such remark.</param>
    public void Note(string plain, JsonLine? json = null)
    {
        if (_isJson && json is not null) Write(_terminal.Out, json.ToString());
        else if (!_isJson && IsPretty) Prompt.Print(Render(new Markup(Markup.Escape(plain), new Style(Color.Grey))));
        else if (!_isJson) Write(_terminal.Error, plain);
    }

    /// <summary>A table or a picture, where a person looks; else its plain lines.</summary>
    public void Show(IRenderable picture, IEnumerable<string> plain, JsonLine json)
    {
        if (_isJson) Write(_terminal.Out, json.ToString());
        else if (IsPretty) Prompt.Print(Render(picture));
        else foreach (var line in plain) Write(_terminal.Out, line);
    }

    /// <summary>Why the command ends otherwise than wished.</summary>
    public void Fail(string message)
    {
        Prompt.Hide();
        if (_isJson) Write(_terminal.Out, JsonLine.Of("failed").With("reason", message).ToString());
        Write(_terminal.Error, message);
    }

    private string Render(IRenderable picture)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = picture is Markup ? int.MaxValue / 2 : _terminal.Width; // a terminal wraps a long line better than we do
        console.Write(picture);
        return text.ToString().TrimEnd('\n').Replace("\r", "", StringComparison.Ordinal);
    }

    private static void Write(TextWriter writer, string line)
    {
        try
        {
            writer.Write(line + "\n");
            writer.Flush();
        }
        catch (IOException)
        {
            // Who read us has gone (as `head` does): there is nobody to tell.
        }
    }
}
