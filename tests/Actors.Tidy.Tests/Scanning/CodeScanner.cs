using System.Text;

namespace Actors.Tidy.Tests.Scanning;

/// <summary>
/// Parts C# into its code and its comments, each with everything else blanked, so that positions and newlines stay; strings and characters
/// are in neither, but for the code inside an interpolation's braces. Enough of the lexical grammar (C# specification, 6.4) to keep a rule
/// from seeing a call in a sentence.
/// </summary>
internal sealed class CodeScanner(string text)
{
    private readonly StringBuilder _code = new(text.Length);
    private readonly StringBuilder _comments = new(text.Length);
    private int _at;

    public (string Code, string Comments) Run()
    {
        Code(inHole: false);
        return (_code.ToString(), _comments.ToString());
    }

    private char Peek(int ahead = 0) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private void Keep() => Take(_code, _comments);

    private void Comment() => Take(_comments, _code);

    private void Blank(int count = 1)
    {
        for (; count > 0 && _at < text.Length; count--, _at++)
        {
            _code.Append(BlankOf(text[_at]));
            _comments.Append(BlankOf(text[_at]));
        }
    }

    private void Take(StringBuilder part, StringBuilder other)
    {
        part.Append(text[_at]);
        other.Append(BlankOf(text[_at++]));
    }

    private static char BlankOf(char c) => c is '\n' or '\r' ? c : ' ';

    private int Run(char c)
    {
        var count = 0;
        while (Peek(count) == c) count++;
        return count;
    }

    private void Code(bool inHole)
    {
        var depth = 0;
        while (_at < text.Length)
        {
            switch (Peek())
            {
                case '/' when Peek(1) == '/': while (_at < text.Length && Peek() != '\n') Comment(); break;
                case '/' when Peek(1) == '*': while (_at < text.Length && !(Peek() == '*' && Peek(1) == '/')) Comment(); Blank(2); break;
                case '\'': Character(); break;
                case '"' or '$' or '@' when StartsString(out var dollars, out var verbatim): Literal(dollars, verbatim); break;
                case '{': depth++; Keep(); break;
                case '}' when inHole && depth == 0: return;
                case '}': depth--; Keep(); break;
                default: Keep(); break;
            }
        }
    }

    private void Character()
    {
        Blank();
        while (_at < text.Length && Peek() is not ('\'' or '\n')) Blank(Peek() == '\\' ? 2 : 1);
        Blank();
    }

    private bool StartsString(out int dollars, out bool verbatim)
    {
        var ahead = 0;
        (dollars, verbatim) = (0, false);
        for (; Peek(ahead) is '$' or '@'; ahead++)
            if (Peek(ahead) == '$') dollars++;
            else verbatim = true;
        return Peek(ahead) == '"';
    }

    private void Literal(int dollars, bool verbatim)
    {
        while (Peek() != '"') Blank();
        var quotes = Run('"');
        if (quotes >= 3) Raw(dollars, quotes);
        else Quoted(dollars > 0, verbatim);
    }

    private void Quoted(bool interpolated, bool verbatim)
    {
        Blank();
        while (_at < text.Length)
        {
            if (Peek() == '"' && verbatim && Peek(1) == '"') Blank(2);
            else if (Peek() == '"') break;
            else if (Peek() == '\\' && !verbatim) Blank(2);
            else if (Peek() == '{' && interpolated && Peek(1) == '{') Blank(2);
            else if (Peek() == '{' && interpolated) Hole(1);
            else Blank();
        }
        Blank();
    }

    private void Raw(int dollars, int quotes)
    {
        Blank(quotes);
        while (_at < text.Length && Run('"') < quotes)
            if (dollars > 0 && Run('{') >= dollars) Hole(Run('{'));
            else Blank(Math.Max(1, Run('"')));
        Blank(Run('"'));
    }

    private void Hole(int braces)
    {
        Blank(braces);
        Code(inHole: true);
        Blank(Run('}'));
    }
}
