using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Actors.Hub;

/// <summary>
/// What became of a datagram, received or to be sent. Its text is what captures and the console show: <c>heartbeat</c>,
/// <c>delivered to 12</c>, <c>dropped: too long</c>, <c>not sent: would block</c>.
/// </summary>
public readonly record struct Verdict
{
    // TooLong is "too long"; SendWouldBlock, of which it is known that it was to be sent, "would block".
    private static readonly FrozenDictionary<DropReason, string> Words =
        DropReasons.All.ToFrozenDictionary(reason => reason, reason => InWords(reason.ToString()));

    private Verdict(VerdictKind kind, int members = 0, int refused = 0, DropReason reason = default)
    {
        Kind = kind;
        Members = members;
        Refused = refused;
        Reason = reason;
    }

    /// <summary>A heartbeat.</summary>
    public static Verdict Heartbeat => new(VerdictKind.Heartbeat);

    /// <summary>A word to leave.</summary>
    public static Verdict Quit => new(VerdictKind.Quit);

    /// <summary>Taken, with nothing to answer.</summary>
    public static Verdict Taken => new(VerdictKind.Taken);

    /// <summary>Answered.</summary>
    public static Verdict Answered => new(VerdictKind.Answered);

    /// <summary>Handed to the system for the members of a room.</summary>
    /// <param name="members">For how many it was taken.</param>
    /// <param name="refused">For how many it was refused.</param>
    public static Verdict Delivered(int members, int refused = 0) => new(VerdictKind.Delivered, members, refused);

    /// <summary>Dropped.</summary>
    public static Verdict Dropped(DropReason reason) => new(VerdictKind.Dropped, reason: reason);

    /// <summary>Sent.</summary>
    public static Verdict Sent => new(VerdictKind.Sent);

    /// <summary>Refused by the system.</summary>
    public static Verdict NotSent(DropReason reason) => new(VerdictKind.NotSent, reason: reason);

    /// <summary>What became of it, in kind.</summary>
    public VerdictKind Kind { get; }

    /// <summary>For how many members the system took it, where it was <see cref="VerdictKind.Delivered"/>.</summary>
    public int Members { get; }

    /// <summary>For how many members the system refused it.</summary>
    public int Refused { get; }

    /// <summary>Why it went no further, where it did not.</summary>
    public DropReason Reason { get; }

    /// <summary>The verdict for people, in lower case.</summary>
    public override string ToString() => Kind switch
    {
        VerdictKind.Heartbeat => "heartbeat",
        VerdictKind.Quit => "quit",
        VerdictKind.Taken => "taken",
        VerdictKind.Answered => "answered",
        VerdictKind.Delivered when Refused > 0 =>
            string.Create(CultureInfo.InvariantCulture, $"delivered to {Members}, not sent to {Refused}"),
        VerdictKind.Delivered => string.Create(CultureInfo.InvariantCulture, $"delivered to {Members}"),
        VerdictKind.Dropped => $"dropped: {Words[Reason]}",
        VerdictKind.Sent => "sent",
        _ => $"not sent: {Words[Reason]}",
    };

    private static string InWords(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name.StartsWith("Send", StringComparison.Ordinal) ? name[4..] : name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
