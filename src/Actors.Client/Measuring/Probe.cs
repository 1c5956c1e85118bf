using System.Globalization;
using System.Text;

namespace Actors.Client.Measuring;

/// <summary>
/// A datagram that is known again when it comes back: <c>ping 3f9a 00017....</c>, with a token of this run and a number. An answer counts
/// when it holds the probe's beginning, whatever stands around it and whatever became of the case of its ASCII letters: so an echo's answer
/// counts, an uppercase echo's and a chat's <c>Ack TEXT. from IP:PORT</c> alike. Pure.
/// </summary>
internal sealed class Probe
{
    private const char Filling = '.';
    private const int Digits = 5;

    private readonly string _prefix;

    /// <summary>Makes the probes of one run.</summary>
    /// <param name="word">What a person sees in a chat.</param>
    /// <param name="random">Draws the token, so that another run's answers are not taken for ours.</param>
    public Probe(string word, Random random) =>
        _prefix = string.Create(CultureInfo.InvariantCulture, $"{word} {random.Next(0x10000):x4} ");

    /// <summary>The bytes of the shortest probe.</summary>
    public int LeastSize => _prefix.Length + Digits;

    /// <summary>A probe.</summary>
    /// <param name="number">0 to 99,999.</param>
    /// <param name="size">Bytes, filled up with dots; at least <see cref="LeastSize"/> are taken.</param>
    public byte[] Make(int number, int size) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_prefix}{number:00000}").PadRight(size, Filling));

    /// <summary>Which probe an answer answers; null for none of this run's.</summary>
    public int? NumberOf(ReadOnlySpan<byte> answer)
    {
        // Latin-1 keeps one character a byte, whatever stands around the probe.
        var text = Encoding.Latin1.GetString(answer);
        var start = text.IndexOf(_prefix, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || text.Length < start + LeastSize) return null;
        var digits = text.AsSpan(start + _prefix.Length, Digits);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Whether an answer holds the whole of what was asked, but for the case of ASCII letters.</summary>
    public static bool Holds(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> asked) =>
        Encoding.Latin1.GetString(answer).Contains(Encoding.Latin1.GetString(asked), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an answer is a chat's: then we became a member by asking, and should leave.</summary>
    public static bool IsChats(ReadOnlySpan<byte> answer) => answer.StartsWith("Ack "u8);
}
