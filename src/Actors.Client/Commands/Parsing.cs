using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Actors.Client.Network;

namespace Actors.Client.Commands;

/// <summary>Options and arguments of the kinds that several commands take; each refusal says what is expected.</summary>
internal static class Parsing
{
    public static Argument<PeerAddress> Peer() => new("HOST:PORT")
    {
        Description = "The peer: a name or an address, and a port; IPv6 in brackets, as in [::1]:9999.",
        CustomParser = result => PeerAddress.TryParse(Word(result), out var peer)
            ? peer
            : Refuse<PeerAddress>(result, $"expected HOST:PORT, such as 127.0.0.1:9999 or [::1]:9999, and not '{Word(result)}'"),
    };

    public static Option<bool> Connected() => new("--connected")
    {
        Description = "Call connect(): a dead server is known at once, instead of silence.",
    };

    /// <summary>An option that takes a whole number in a range; null where it is not given.</summary>
    public static Option<int?> Number(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => NumberIn(result, least, most),
    };

    /// <summary>An argument that is a whole number in a range.</summary>
    public static Argument<int> NumberArgument(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        CustomParser = result => NumberIn(result, least, most) ?? 0,
    };

    /// <summary>Refuses what was written.</summary>
    public static T? Refuse<T>(SymbolResult result, string message)
    {
        result.AddError(message);
        return default;
    }

    /// <summary>The word as it was written.</summary>
    public static string Word(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";

    private static int? NumberIn(ArgumentResult result, int least, int most) =>
        int.TryParse(Word(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Refuse<int?>(
                result, string.Create(CultureInfo.InvariantCulture, $"expected a number from {least} to {most}, and not '{Word(result)}'"));
}
