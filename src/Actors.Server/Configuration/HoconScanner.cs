namespace Actors.Server.Configuration;

/// <summary>
/// Reads the shape of a HOCON text, not its meaning: which key stands on which line, and whether braces, brackets and quotes are
/// balanced. It lets through what Akka.NET 1.5's parser and ours both take (objects, dots, comments, arrays, triple quotes,
/// <c>${path}</c>) and names what they do not (<c>+=</c>, <c>${?x}</c>, <c>include</c>, characters that need quotes), so that a
/// configuration file means the same on either engine. Grammar: https://github.com/lightbend/config/blob/main/HOCON.md.
/// </summary>
internal sealed class HoconScanner
{
    // Deeper than any configuration, shallow enough for the stack.
    private const int MaxDepth = 64;

    // HOCON.md, "Unquoted strings": these may not stand in one. ('/' may, but "//" begins a comment.)
    private const string NeedsQuotes = ":=+`^?!@*&\\";

    private readonly string _text;
    private readonly ConfigLines _lines = new();
    private int _at;
    private int _line = 1;

    private HoconScanner(string text) => _text = text;

    /// <summary>Scans a text; never throws. A text that is not balanced has its <see cref="ConfigLines.Flaw"/>.</summary>
    public static ConfigLines Scan(string text)
    {
        var scanner = new HoconScanner(text);
        scanner.Members(group: "", recorded: true, openedAt: 0, depth: 0);
        scanner._lines.Resolve();
        return scanner._lines;
    }

    private bool AtEnd => _at >= _text.Length;

    private char Here => AtEnd ? '\0' : _text[_at];

    /// <summary>Keys up to the brace that closes them, or to the end of the text when no brace opened them.</summary>
    private bool Members(string group, bool recorded, int openedAt, int depth)
    {
        if (depth > MaxDepth)
            return Fail(_line, $"braces are nested more than {MaxDepth} deep", "take some out");

        while (true)
        {
            SkipBlanks();
            if (AtEnd)
                return openedAt == 0 || Fail(openedAt, $"the {{ of {Name(group)} is not closed", "add a } where the group ends");
            if (Here == '}')
            {
                _at++;
                return openedAt != 0 || Fail(_line, "this } closes nothing", "take it out, or add the { that it belongs to");
            }

            if (!Member(group, recorded, depth))
                return false;
        }
    }

    private bool Member(string group, bool recorded, int depth)
    {
        var line = _line;
        if (!Key(group, out var path))
            return false;

        if (Here is '+' && _text.AsSpan(_at).StartsWith("+="))
            return Fail(_line, $"{path} += is not known to Akka.NET's HOCON", "write the whole array with =");
        if (Here is '=' or ':')
        {
            _at++;
            return Value(path, recorded, line, depth);
        }

        if (Here == '{')
            return Value(path, recorded, line, depth);
        if (path == ConfigPath.Join(group, "include"))
            return Fail(line, "include is not read here", "keep the hub's configuration in one file, and use --set for the rest");
        return Fail(line, $"{path} is followed by neither = nor {{", $"write {ConfigPath.LastSegment(path)} = VALUE");
    }

    private bool Key(string group, out string path)
    {
        path = group;
        while (true)
        {
            SkipSpaces();
            var start = _at;
            if (Here == '"')
            {
                if (!Quoted(out var quoted))
                    return false;
                path = ConfigPath.Join(path, quoted);
            }
            else
            {
                while (!AtEnd && (char.IsLetterOrDigit(Here) || Here is '-' or '_'))
                    _at++;
                if (_at == start)
                    return Fail(_line, $"{Shown(Here)} stands where a key should", "use letters, digits, - and _, or double quotes");
                path = ConfigPath.Join(path, _text[start.._at]);
            }

            SkipSpaces();
            if (Here != '.')
                return true;
            _at++;
        }
    }

    /// <summary>
    /// A value ends with its line, a comma, a comment, or the brace or bracket around it; pieces on one line are one value.
    /// </summary>
    private bool Value(string path, bool recorded, int keyLine, int depth)
    {
        var pieces = 0;
        var kind = ConfigEntryKind.Value;
        string? target = null;
        for (SkipSpaces(); !AtEndOfValue(); SkipSpaces(), pieces++)
        {
            if (Here == '{')
            {
                kind = ConfigEntryKind.Group;
                var openedAt = _line;
                _at++;
                if (recorded)
                    _lines.Add(new ConfigEntry(path, keyLine, kind));
                if (!Members(path, recorded, openedAt, depth + 1))
                    return false;
            }
            else if (Here == '[')
            {
                kind = ConfigEntryKind.Array;
                if (!Items(path, depth + 1))
                    return false;
            }
            else if (!Scalar(path, out target))
            {
                return false;
            }
        }

        if (pieces == 0)
            return Fail(keyLine, $"{path} has no value", "write one on the same line (\"\" is the empty text), or take the key out");
        if (recorded && kind != ConfigEntryKind.Group)
        {
            var isReference = target is not null && pieces == 1;
            var entry = new ConfigEntry(path, keyLine, kind);
            _lines.Add(isReference ? entry with { Kind = ConfigEntryKind.Reference, Target = target } : entry);
        }

        return true;
    }

    private bool Items(string path, int depth)
    {
        var openedAt = _line;
        if (depth > MaxDepth)
            return Fail(_line, $"brackets are nested more than {MaxDepth} deep", "take some out");

        _at++;
        while (true)
        {
            SkipBlanks();
            if (AtEnd)
                return Fail(openedAt, $"the [ of {Name(path)} is not closed", "add a ] where the array ends");
            if (Here == ']')
            {
                _at++;
                return true;
            }

            if (Here == '}')
                return Fail(_line, $"this }} stands within the [ of {Name(path)} on line {openedAt}", "close the array with ] first");
            // Keys of objects in an array have no path of their own.
            if (!Value(path, recorded: false, _line, depth))
                return false;
        }
    }

    private bool Scalar(string path, out string? target)
    {
        target = null;
        if (_text.AsSpan(_at).StartsWith("\"\"\""))
            return TripleQuoted();
        if (Here == '"')
            return Quoted(out _);
        if (_text.AsSpan(_at).StartsWith("${"))
            return Substitution(path, out target);

        var start = _at;
        while (!AtEndOfValue() && Here is not ('{' or '[' or '"' or '$' or ' ' or '\t') && !NeedsQuotes.Contains(Here))
            _at++;
        if (!AtEndOfValue() && (Here == '$' || NeedsQuotes.Contains(Here)))
        {
            while (!AtEndOfValue() && Here is not (' ' or '\t' or '"' or '{' or '['))
                _at++;
            var word = _text[start.._at];
            return Fail(_line, $"{path}: {word} holds a character that needs quotes", $"write {HoconText.Quote(word)}");
        }

        return true;
    }

    private bool Substitution(string path, out string? target)
    {
        target = null;
        var end = _text.AsSpan(_at).IndexOfAny('}', '\n');
        if (end < 0 || _text[_at + end] != '}')
            return Fail(_line, $"{path}: this ${{ is not closed", "write ${path.of.a.key}");

        var inner = _text.Substring(_at + 2, end - 2).Trim();
        if (inner.StartsWith('?'))
            return Fail(_line, $"{path}: ${{?…}} is not known to Akka.NET's HOCON", "write ${path.of.a.key} or the value itself");
        _at += end + 1;
        target = string.Join('.', ConfigPath.Split(inner).Select(s => s.Trim()));
        _lines.AddReference(target, _line);
        return true;
    }

    private bool Quoted(out string value)
    {
        var start = ++_at;
        for (; !AtEnd && Here != '\n'; _at++)
        {
            if (Here == '\\' && _at + 1 < _text.Length && _text[_at + 1] != '\n')
            {
                _at++;
            }
            else if (Here == '"')
            {
                value = _text[start.._at++];
                return true;
            }
        }

        value = "";
        return Fail(_line, "this double quote is not closed", "close it on its line; \"\"\" begins a text of several lines");
    }

    private bool TripleQuoted()
    {
        var openedAt = _line;
        var end = _text.IndexOf("\"\"\"", _at + 3, StringComparison.Ordinal);
        if (end < 0)
            return Fail(openedAt, "this \"\"\" is not closed", "add \"\"\" where the text ends");

        _line += _text.AsSpan(_at, end - _at).Count('\n');
        _at = end + 3;
        return true;
    }

    private bool AtEndOfValue() => AtEnd || Here is '\n' or '\r' or ',' or '}' or ']' || AtComment();

    private bool AtComment() => Here == '#' || (Here == '/' && _at + 1 < _text.Length && _text[_at + 1] == '/');

    private void SkipSpaces()
    {
        while (Here is ' ' or '\t')
            _at++;
    }

    /// <summary>White space, line ends, commas and comments.</summary>
    private void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (Here == '\n')
                _line++;
            if (AtComment())
                SkipComment();
            else if (char.IsWhiteSpace(Here) || Here == ',')
                _at++;
            else
                return;
        }
    }

    private void SkipComment()
    {
        var end = _text.IndexOf('\n', _at);
        _at = end < 0 ? _text.Length : end;
    }

    private bool Fail(int line, string what, string mend)
    {
        _lines.Fail(new ConfigFlaw(line, what, mend));
        return false;
    }

    private static string Name(string group) => group.Length == 0 ? "the file" : group;

    private static string Shown(char c) => c == '\0' ? "the end of the file" : $"'{c}'";
}
