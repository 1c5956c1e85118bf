namespace Actors.Hub.Services.Time;

/// <summary>One directive of a format, from its <c>%</c> on.</summary>
internal readonly ref struct StrftimeDirective
{
    private readonly char _padding;

    private StrftimeDirective(int length, bool isPlain, byte conversion, char padding, bool upper, bool otherCase)
    {
        Length = length;
        IsPlain = isPlain;
        Conversion = conversion;
        Upper = upper;
        OtherCase = otherCase;
        _padding = padding;
    }

    /// <summary>How many bytes of the format it takes.</summary>
    public int Length { get; }

    /// <summary>Whether it is whole, without a width and without <c>E</c> or <c>O</c>.</summary>
    public bool IsPlain { get; }

    /// <summary>Its last byte, which says what it stands for.</summary>
    public byte Conversion { get; }

    /// <summary><c>^</c></summary>
    public bool Upper { get; }

    /// <summary><c>#</c></summary>
    public bool OtherCase { get; }

    /// <summary>Reads the directive that a format begins with.</summary>
    public static StrftimeDirective Read(ReadOnlySpan<byte> format)
    {
        var (at, padding, upper, otherCase) = (1, default(char), false, false);
        for (; at < format.Length; at++)
        {
            if (format[at] is (byte)'-' or (byte)'_' or (byte)'0')
            {
                padding = (char)format[at];
            }
            else if (format[at] == (byte)'^')
            {
                upper = true;
            }
            else if (format[at] == (byte)'#')
            {
                otherCase = true;
            }
            else
            {
                break;
            }
        }

        var flagsEnd = at;
        while (at < format.Length && char.IsAsciiDigit((char)format[at]))
        {
            at++;
        }

        if (at < format.Length && format[at] is (byte)'E' or (byte)'O')
        {
            at++;
        }

        return at < format.Length
            ? new StrftimeDirective(at + 1, at == flagsEnd, format[at], padding, upper, otherCase)
            : new StrftimeDirective(format.Length, false, 0, padding, upper, otherCase);
    }

    /// <summary>How to fill a number up: <c>'0'</c>, <c>' '</c>, or not at all with <c>'-'</c>.</summary>
    /// <param name="usual">What holds without a flag.</param>
    public char Padding(char usual) => _padding switch
    {
        default(char) => usual,
        '_' => ' ',
        var flag => flag,
    };
}
