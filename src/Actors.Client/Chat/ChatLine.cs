using System.Text;
using System.Text.RegularExpressions;
using Actors.Client.Text;

namespace Actors.Client.Chat;

/// <summary>
/// What a hub sent, read for display: <c>Ack TEXT. from IP:PORT</c> has a sender and a text, which may begin with a name of the sender's
/// own choice; everything else is a line as it is. The documents' servers write the text as Python shows bytes; that is read too. Pure.
/// </summary>
/// <param name="Whole">The line, safe to print.</param>
/// <param name="Sender">The endpoint, or null.</param>
/// <param name="Name">What the sender calls itself, or null.</param>
/// <param name="Text">The text without the name; the whole line where there is no sender.</param>
internal sealed partial record ChatLine(string Whole, string? Sender, string? Name, string Text)
{
    /// <summary>The longest name that is shown as one, in cells: 8 CJK characters.</summary>
    public const int LongestName = 16;

    /// <summary>What the hub says to all when it stops.</summary>
    public bool IsBye => Whole == "Bye!";

    public static ChatLine Of(byte[] datagram)
    {
        var whole = PeerText.Line(datagram);
        var ack = Ack().Match(whole);
        if (!ack.Success) return new ChatLine(whole, null, null, whole);
        var text = ack.Groups["text"].Value;
        if (PythonBytes.TryRead(text, out var bytes)) text = PeerText.Line(bytes);
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var named = colon > 0 && IsName(text[..colon]);
        return new ChatLine(whole, ack.Groups["from"].Value, named ? text[..colon] : null, named ? text[(colon + 2)..] : text);
    }

    /// <summary>
    /// Whether a text may be a name: no blank, no colon, nothing that a terminal obeys, at most <see cref="LongestName"/> cells.
    /// </summary>
    public static bool IsName(string text) => text.Length > 0 && !text.Contains(':')
        && !text.EnumerateRunes().Any(rune => Rune.IsWhiteSpace(rune) || PeerText.IsObeyed(rune)) && CellWidth.Of(text) <= LongestName;

    // The last " from " is the hub's: what a member wrote stands before it.
    [GeneratedRegex(@"^Ack (?<text>.*)\. from (?<from>\S+:\d{1,5})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ack();
}
