using System.Globalization;
using System.Text;
using Actors.Client.Text;

namespace Actors.Client.Terminal;

/// <summary>
/// One line that is being typed: text elements and a cursor between them, so that one key press moves or removes what a reader calls one
/// character, however many code points it has. Pure: keys in, state out; it neither reads nor draws.
/// </summary>
internal sealed class LineEditor
{
    /// <summary>UTF-16 units in a line at most: at three UTF-8 bytes each, what still fits into one datagram.</summary>
    public const int MaxLength = 65_507 / 3;

    private const int MaxHistory = 100;

    private readonly StringBuilder _text = new();
    private readonly List<string> _history = [];
    private string _draft = "";
    private int _historyIndex;
    private char _highSurrogate;

    /// <summary>What has been typed.</summary>
    public string Text => _text.ToString();

    /// <summary>The cursor, in UTF-16 units from the beginning; always between two text elements.</summary>
    public int Cursor { get; private set; }

    /// <summary>Takes a key.</summary>
    /// <param name="key">As <see cref="Console.ReadKey(bool)"/> gives it.</param>
    /// <param name="line">The whole line, when it was submitted; else null.</param>
    public EditResult Press(ConsoleKeyInfo key, out string? line)
    {
        line = null;
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.Enter: line = Submit(); return EditResult.Submitted;
            case ConsoleKey.D when control && _text.Length == 0: return EditResult.EndOfInput;
            case ConsoleKey.LeftArrow or ConsoleKey.B when key.Key == ConsoleKey.LeftArrow || control: Cursor = Before(Cursor); break;
            case ConsoleKey.RightArrow or ConsoleKey.F when key.Key == ConsoleKey.RightArrow || control: Cursor = After(Cursor); break;
            case ConsoleKey.Home or ConsoleKey.A when key.Key == ConsoleKey.Home || control: Cursor = 0; break;
            case ConsoleKey.End or ConsoleKey.E when key.Key == ConsoleKey.End || control: Cursor = _text.Length; break;
            case ConsoleKey.Backspace: Remove(Before(Cursor), Cursor); break;
            case ConsoleKey.H when control: Remove(Before(Cursor), Cursor); break;
            case ConsoleKey.Delete or ConsoleKey.D when key.Key == ConsoleKey.Delete || control: Remove(Cursor, After(Cursor)); break;
            case ConsoleKey.U when control: Remove(0, Cursor); break;
            case ConsoleKey.K when control: Remove(Cursor, _text.Length); break;
            case ConsoleKey.W when control: Remove(WordStart(), Cursor); break;
            case ConsoleKey.UpArrow: Recall(_historyIndex - 1); break;
            case ConsoleKey.DownArrow: Recall(_historyIndex + 1); break;
            default: return Type(key.KeyChar) ? EditResult.Changed : EditResult.Nothing;
        }

        return EditResult.Changed;
    }

    private bool Type(char c)
    {
        // A character beyond the first 65,536 comes as two keys.
        if (char.IsHighSurrogate(c))
        {
            _highSurrogate = c;
            return false;
        }

        if (char.IsLowSurrogate(c) && _highSurrogate == 0) return false;
        var typed = char.IsLowSurrogate(c) ? new string([_highSurrogate, c]) : c.ToString();
        _highSurrogate = '\0';
        if (PeerText.IsObeyed(typed.EnumerateRunes().First()) || _text.Length + typed.Length > MaxLength) return false;
        _text.Insert(Cursor, typed);
        Cursor += typed.Length;

        // What was typed may have joined its neighbours to one text element.
        if (Cursor < _text.Length && !Boundaries().Contains(Cursor)) Cursor = After(Cursor);
        return true;
    }

    private string Submit()
    {
        var line = Text;
        if (line.Length > 0 && (_history.Count == 0 || _history[^1] != line)) _history.Add(line);
        if (_history.Count > MaxHistory) _history.RemoveAt(0);
        _historyIndex = _history.Count;
        _draft = "";
        Replace("");
        return line;
    }

    private void Recall(int index)
    {
        if (index < 0 || index > _history.Count) return;
        if (_historyIndex == _history.Count) _draft = Text;
        _historyIndex = index;
        Replace(index == _history.Count ? _draft : _history[index]);
    }

    private void Replace(string text)
    {
        _text.Clear().Append(text);
        Cursor = text.Length;
    }

    private void Remove(int from, int to)
    {
        _text.Remove(from, to - from);
        Cursor = from;
    }

    private int Before(int position) => Boundaries().LastOrDefault(boundary => boundary < position);

    private int After(int position) => Boundaries().FirstOrDefault(boundary => boundary > position, _text.Length);

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(_text[start - 1])) start--;
        while (start > 0 && !char.IsWhiteSpace(_text[start - 1])) start--;
        return start;
    }

    private IEnumerable<int> Boundaries() => StringInfo.ParseCombiningCharacters(Text).Append(_text.Length);
}
