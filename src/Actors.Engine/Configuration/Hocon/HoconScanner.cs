using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Reads the words of HOCON from a text, one after the other; what they mean together is the parser's business.</summary>
internal sealed class HoconScanner(string text)
{
    // Neither may stand in text without quotes: https://github.com/lightbend/config/blob/main/HOCON.md#unquoted-strings.
    private const string NotInUnquotedText = "$\"{}[]:=,+#`^?!@*&\\";
    private const string NotInUnquotedKey = NotInUnquotedText + ".";
    private const string TripleQuote = "\"\"\"";

    private int _position;

    public int Position => _position;

    public bool AtEnd => _position >= text.Length;

    public bool AtQuote => At('"');

    public bool AtTripleQuote => At(TripleQuote);

    public bool AtSubstitution => At("${");

    public bool AtUnquoted => IsUnquoted(NotInUnquotedText) && !char.IsWhiteSpace(text[_position]);

    public bool AtComment => At('#') || At("//");

    public bool AtNewline => At('\n') || At('\r');

    public bool AtValue => AtQuote || At('{') || At('[') || AtSubstitution || AtUnquoted;

    public bool At(char character) => !AtEnd && text[_position] == character;

    public bool TryTake(char character)
    {
        if (!At(character))
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Skips white space, newlines and comments.</summary>
    public void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (AtComment)
            {
                var newline = text.AsSpan(_position).IndexOf('\n');
                _position = newline < 0 ? text.Length : _position + newline;
            }
            else if (char.IsWhiteSpace(text[_position]) || text[_position] == '\uFEFF')
            {
                _position++; // U+FEFF is the byte order mark that some editors write
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>White space within a line, which counts where it stands between two pieces of one value.</summary>
    public string TakeSpaces()
    {
        var start = _position;
        while (!AtEnd && !AtNewline && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }

        return text[start.._position];
    }

    /// <summary>The name in <c>include "name"</c>, if that stands here; without a quoted name the word is a key like any other.</summary>
    public bool TryTakeInclude(out string name)
    {
        const string Word = "include";
        var start = _position;
        if (At(Word))
        {
            _position += Word.Length;
            SkipBlanks();
            if (AtQuote)
            {
                name = TakeQuoted();
                return true;
            }
        }

        _position = start;
        name = "";
        return false;
    }

    /// <summary>One key of a path. Without quotes it may hold spaces within, but no newline.</summary>
    public string TakeKey()
    {
        if (AtQuote)
        {
            return TakeQuoted();
        }

        var start = _position;
        while (IsUnquoted(NotInUnquotedKey) && !AtNewline)
        {
            _position++;
        }

        return _position > start ? text[start.._position].TrimEnd() : throw Error(AtEnd ? "a key is missing" : "this cannot begin a key");
    }

    /// <summary>Text without quotes, up to white space.</summary>
    public string TakeUnquoted()
    {
        var start = _position;
        while (AtUnquoted)
        {
            _position++;
        }

        return text[start.._position];
    }

    /// <summary>Text between three quotes, as it is.</summary>
    public string TakeTripleQuoted()
    {
        var start = _position + TripleQuote.Length;
        var end = text.IndexOf(TripleQuote, start, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Error("these three quotes are never closed");
        }

        _position = end + TripleQuote.Length;
        return text[start..end];
    }

    /// <summary>Text between quotes, its escapes undone.</summary>
    public string TakeQuoted()
    {
        var start = _position++;
        var content = new StringBuilder();
        while (!TryTake('"'))
        {
            if (AtEnd)
            {
                throw Error("this quote is never closed", start);
            }

            content.Append(At('\\') ? TakeEscape() : text[_position++]);
        }

        return content.ToString();
    }

    /// <summary>The path in <c>${path}</c>, its quotes kept.</summary>
    public string TakeSubstitution()
    {
        var start = _position;
        _position += "${".Length;
        if (At('?'))
        {
            throw Error("optional substitutions are not supported", start);
        }

        var path = _position;
        while (!At('}'))
        {
            if (AtEnd || AtNewline)
            {
                throw Error("this substitution is never closed", start);
            }

            if (AtQuote)
            {
                TakeQuoted();
            }
            else
            {
                _position++;
            }
        }

        return text[path.._position++].Trim();
    }

    public ConfigurationException Error(string what) => Error(what, _position);

    public ConfigurationException Error(string what, int position) => new($"{Locate(position)}: {what}{Show(position)}");

    /// <summary>Where a position is, for people: both numbers begin at 1.</summary>
    public string Locate(int position)
    {
        var before = text.AsSpan(0, position);
        return $"line {before.Count('\n') + 1}, column {position - before.LastIndexOf('\n')}";
    }

    private string Show(int position)
    {
        const int Enough = 20;
        var rest = text.AsSpan(position, Math.Min(Enough, text.Length - position));
        var newline = rest.IndexOfAny('\r', '\n');
        rest = newline < 0 ? rest : rest[..newline];
        return rest.IsEmpty ? "" : $", at '{rest}'";
    }

    private char TakeEscape()
    {
        var start = _position++;
        var code = AtEnd ? '\0' : text[_position++];
        return code switch
        {
            '"' or '\\' or '/' => code,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => TakeCodeUnit(start),
            _ => throw Error("this is no escape that HOCON knows", start),
        };
    }

    private char TakeCodeUnit(int start)
    {
        const int Digits = 4;
        if (text.Length - _position < Digits
            || !ushort.TryParse(text.AsSpan(_position, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            throw Error("\\u needs four hexadecimal digits", start);
        }

        _position += Digits;
        return (char)unit;
    }

    private bool At(string word) => text.AsSpan(_position).StartsWith(word, StringComparison.Ordinal);

    private bool IsUnquoted(string excluded) => !AtEnd && !AtComment && !excluded.Contains(text[_position]);
}
