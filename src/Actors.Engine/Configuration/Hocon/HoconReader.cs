namespace Akka.Configuration.Hocon;

/// <summary>
/// Recursive descent over one text, one method per rule:
/// <code>
/// members = { member [","] }                      member = include | path ( object | ("=" | ":") value )
/// path    = key { "." key }                       object = "{" members "}"
/// value   = { quoted | unquoted | substitution | array | object }      (side by side on one line)
/// array   = "[" { value ("," | newline) } "]"
/// </code>
/// As in Akka.NET, the end of the text closes every object that is open, and a closing brace too many ends the text.
/// </summary>
internal sealed class HoconReader(string text, Func<string, HoconRoot>? includeCallback)
{
    // Each level takes a few stack frames; a thread's stack of 1 MiB, the smallest default, holds thousands.
    private const int MaximumDepth = 500;

    private readonly HoconScanner _scanner = new(text);
    private readonly HoconSubstitutions _substitutions = new();
    private int _depth;

    private bool AtEndOfValue => _scanner.AtEnd || _scanner.AtNewline || _scanner.AtComment || _scanner.At(',');

    public HoconRoot Read()
    {
        var members = new HoconObject();
        var root = HoconValue.Of(members);

        _scanner.SkipBlanks();
        _scanner.TryTake('{'); // braces around the whole text, as JSON has them, may be left out
        ReadMembers(members, "");

        _substitutions.Resolve(root, _scanner);
        return new HoconRoot(root, _substitutions.All);
    }

    private void ReadMembers(HoconObject members, string path)
    {
        while (true)
        {
            _scanner.SkipBlanks();
            if (_scanner.AtEnd || _scanner.TryTake('}'))
            {
                return;
            }

            ReadMember(members, path);
            _scanner.SkipBlanks();
            _scanner.TryTake(',');
        }
    }

    private void ReadMember(HoconObject members, string path)
    {
        var start = _scanner.Position;
        if (_scanner.TryTakeInclude(out var name))
        {
            Include(members, path, name, start);
            return;
        }

        var value = ReadPath(members, ref path);
        _scanner.SkipBlanks();
        if (_scanner.At('{'))
        {
            ReadObject(value, path);
        }
        else if (_scanner.TryTake('=') || _scanner.TryTake(':'))
        {
            ReadAssigned(value, path);
        }
        else if (!_scanner.AtEnd) // the last key of a text may lack its value, as the last object its brace
        {
            throw _scanner.Error("after a key comes '=', ':' or '{'");
        }
    }

    private HoconValue ReadPath(HoconObject members, ref string path)
    {
        while (true)
        {
            var key = _scanner.TakeKey();
            path = HoconPath.Append(path, key);
            var value = members.GetOrCreateKey(key);
            _scanner.SkipBlanks();
            if (!_scanner.TryTake('.'))
            {
                return value;
            }

            _scanner.TakeSpaces();
            members = ObjectIn(value);
        }
    }

    private void ReadAssigned(HoconValue value, string path)
    {
        if (_scanner.AtEnd)
        {
            throw _scanner.Error("the text ends where a value should begin");
        }

        _scanner.SkipBlanks();
        if (!_scanner.At('{'))
        {
            value.Clear(); // only an object is added to what the key had before
        }

        ReadValue(value, path);
        if (!(AtEndOfValue || _scanner.At('}')))
        {
            throw _scanner.Error("this needs quotes, or a line of its own");
        }
    }

    private void ReadValue(HoconValue value, string path)
    {
        while (_scanner.AtValue)
        {
            ReadPiece(value, path);
            var spaces = _scanner.TakeSpaces();
            if (spaces.Length > 0 && _scanner.AtValue)
            {
                value.AppendValue(new HoconLiteral { Value = spaces });
            }
        }
    }

    private void ReadPiece(HoconValue value, string path)
    {
        if (_scanner.At('{'))
        {
            ReadObject(value, path);
        }
        else if (_scanner.At('['))
        {
            value.AppendValue(ReadArray(path));
        }
        else if (_scanner.AtSubstitution)
        {
            var start = _scanner.Position;
            value.AppendValue(_substitutions.Add(_scanner.TakeSubstitution(), start));
        }
        else
        {
            var content = _scanner.AtTripleQuote ? _scanner.TakeTripleQuoted()
                : _scanner.AtQuote ? _scanner.TakeQuoted()
                : _scanner.TakeUnquoted();
            if (value.IsObject())
            {
                value.Clear(); // text takes the place of an object
            }

            value.AppendValue(new HoconLiteral { Value = content });
        }
    }

    private void ReadObject(HoconValue value, string path)
    {
        Enter();
        _scanner.TryTake('{');
        ReadMembers(ObjectIn(value), path);
        _depth--;
    }

    private HoconArray ReadArray(string path)
    {
        Enter();
        var start = _scanner.Position;
        _scanner.TryTake('[');
        var array = new HoconArray();
        while (true)
        {
            _scanner.SkipBlanks();
            if (_scanner.TryTake(']'))
            {
                _depth--;
                return array;
            }

            if (_scanner.AtEnd)
            {
                throw _scanner.Error("this array is never closed", start);
            }

            array.Add(ReadElement(path));
        }
    }

    private HoconValue ReadElement(string path)
    {
        var element = new HoconValue();
        ReadValue(element, path);
        if (element.Values.Count == 0 || !(AtEndOfValue || _scanner.At(']')))
        {
            throw _scanner.Error("this needs quotes to stand in an array");
        }

        _scanner.SkipBlanks();
        _scanner.TryTake(',');
        return element;
    }

    private void Include(HoconObject members, string path, string name, int start)
    {
        var included = includeCallback?.Invoke(name) ?? throw _scanner.Error("nothing is known to include here", start);
        if (included.Value.GetObject() is { } content)
        {
            members.Merge(_substitutions.Adopt(content, path, start));
        }
    }

    /// <summary>The object that a value holds; if it holds none, a new one in the place of what is there.</summary>
    private static HoconObject ObjectIn(HoconValue value)
    {
        if (value.OwnObject is { } existing)
        {
            return existing;
        }

        var members = new HoconObject();
        value.NewValue(members);
        return members;
    }

    private void Enter()
    {
        if (++_depth > MaximumDepth)
        {
            throw _scanner.Error($"objects and arrays are nested more than {MaximumDepth} deep");
        }
    }
}
