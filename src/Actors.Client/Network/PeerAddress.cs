using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Actors.Client.Network;

/// <summary>Where a peer is, as it was written: a host name or an address, and a port. Nothing is looked up.</summary>
/// <param name="Host">A name, an IPv4 or an IPv6 address (without brackets).</param>
/// <param name="Port">1 to 65,535.</param>
internal sealed record PeerAddress(string Host, int Port)
{
    // RFC 1035 section 2.3.4.
    private const int LongestName = 255;

    /// <summary>Reads <c>HOST:PORT</c> or <c>[IPv6]:PORT</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PeerAddress? address)
    {
        address = null;
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return false;
        if (port is < 1 or > ushort.MaxValue) return false;
        var host = text[..colon];
        if (host is ['[', .. var inner, ']']) host = inner;
        else if (host.Contains(':')) return false; // which colon is the port's?
        if (host.Length is 0 or > LongestName || host.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return false;
        address = new PeerAddress(host, port);
        return true;
    }

    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
