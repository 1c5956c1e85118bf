using System.Globalization;
using System.Text;

namespace Actors.Hub.Services.Time;

/// <summary>Writes into a span as far as it reaches, and counts what was to be written beyond it.</summary>
internal ref struct StrftimeOutput(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;

    /// <summary>Bytes so far, those that did not fit too.</summary>
    public int Length { get; private set; }

    public void Append(scoped ReadOnlySpan<byte> text, StrftimeCase letters)
    {
        foreach (var b in text)
        {
            Append(letters switch
            {
                StrftimeCase.Upper => Ascii.IsValid(b) ? (byte)char.ToUpperInvariant((char)b) : b,
                StrftimeCase.Lower => Ascii.IsValid(b) ? (byte)char.ToLowerInvariant((char)b) : b,
                _ => b,
            });
        }
    }

    public void Append(string text, StrftimeCase letters) => Append(Encoding.UTF8.GetBytes(text), letters);

    /// <param name="number">0 or more.</param>
    /// <param name="digits">How many there are to be at least.</param>
    /// <param name="padding">What fills them up from the left; <c>'-'</c> for nothing.</param>
    public void Append(long number, int digits, char padding)
    {
        // 19 digits are the longest 64-bit number's, a sign more.
        Span<byte> text = stackalloc byte[20];
        number.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        for (var missing = digits - length; missing > 0 && padding != '-'; missing--)
        {
            Append((byte)padding);
        }

        Append(text[..length], StrftimeCase.AsIs);
    }

    private void Append(byte b)
    {
        if (Length < _destination.Length)
        {
            _destination[Length] = b;
        }

        Length++;
    }
}
