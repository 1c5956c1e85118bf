namespace Actors.Client.Terminal;

/// <summary>
/// The last row of an interactive terminal: what is printed appears above the line that is being typed, which is drawn again below it. Safe
/// from any thread.
/// </summary>
internal sealed class PromptLine(ITerminal terminal)
{
    // ECMA-48: EL, erase to the end of the line; CUF, cursor forward.
    private const string EraseRest = "\x1b[K";

    private readonly Lock _gate = new();
    private readonly LineEditor _editor = new();
    private string? _prompt;
    private string _kept = "";

    /// <summary>Shows the prompt, or changes it under the line that is being typed.</summary>
    /// <param name="prompt">Before the line that is being typed.</param>
    /// <param name="kept">Before the line when it was submitted and stays above; the same where nothing is given.</param>
    public void Show(string prompt, string? kept = null)
    {
        lock (_gate)
        {
            if (_prompt == prompt) return;
            (_prompt, _kept) = (prompt, kept ?? prompt);
            Draw();
        }
    }

    /// <summary>Takes the prompt away; what was typed so far is kept for the next.</summary>
    public void Hide()
    {
        lock (_gate)
        {
            if (_prompt is null) return;
            _prompt = null;
            terminal.Out.Write($"\r{EraseRest}");
        }
    }

    /// <summary>Prints above the prompt.</summary>
    /// <param name="text">One or more rows, the last without its newline; may hold ANSI sequences of our own.</param>
    public void Print(string text)
    {
        lock (_gate)
        {
            terminal.Out.Write(_prompt is null ? $"{text}\n" : $"\r{EraseRest}{text}\n");
            if (_prompt is not null) Draw();
        }
    }

    /// <summary>Takes a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="line">The line, when this key submitted one.</param>
    public EditResult Press(ConsoleKeyInfo key, out string? line)
    {
        lock (_gate)
        {
            var result = _editor.Press(key, out line);
            if (_prompt is null) return result;
            if (result == EditResult.Submitted)
            {
                // The line stays above as it was typed, whole.
                terminal.Out.Write($"\r{EraseRest}{_kept}{line}\n");
            }

            if (result is EditResult.Changed or EditResult.Submitted) Draw();
            return result;
        }
    }

    private void Draw()
    {
        var view = LineView.Of(_prompt!, _editor.Text, _editor.Cursor, terminal.Width);
        var right = view.CursorCell > 0 ? $"\x1b[{view.CursorCell}C" : "";
        terminal.Out.Write($"\r{view.Prompt}{view.Visible}{EraseRest}\r{right}");
    }
}
