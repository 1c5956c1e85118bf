using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Actors.Datagrams.Internal;

/// <summary>The text of an endpoint: <c>a.b.c.d:port</c>, <c>[ipv6]:port</c>, <c>[ipv6%scope]:port</c>; IPv6 by RFC 5952.</summary>
internal static class EndpointText
{
    private const int Groups = 8;

    private static readonly SearchValues<char> IPv6Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>Writes the text in ASCII; the destination holds <see cref="EndpointKey.MaxTextLength"/> bytes.</summary>
    public static int Format(in EndpointKey key, Span<byte> destination)
    {
        var at = 0;
        if (key.IsIPv4)
        {
            WriteIPv4(key, destination, ref at);
        }
        else
        {
            destination[at++] = (byte)'[';
            WriteIPv6(key, destination, ref at);
            if (key.ScopeId != 0)
            {
                destination[at++] = (byte)'%';
                WriteDecimal(key.ScopeId, destination, ref at);
            }

            destination[at++] = (byte)']';
        }

        destination[at++] = (byte)':';
        WriteDecimal(key.Port, destination, ref at);
        return at;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out EndpointKey key)
    {
        key = default;
        var colon = text.LastIndexOf(':');
        if (colon < 0 || !TryParseDecimal(text[(colon + 1)..], ushort.MaxValue, out var port))
        {
            return false;
        }

        var host = text[..colon];
        return host is ['[', .. var inside, ']'] ? TryParseIPv6(inside, port, out key) : TryParseIPv4(host, port, out key);
    }

    private static void WriteIPv4(in EndpointKey key, Span<byte> destination, ref int at)
    {
        Span<byte> address = stackalloc byte[4];
        key.WriteIPv4(address);
        for (var i = 0; i < address.Length; i++)
        {
            if (i > 0)
            {
                destination[at++] = (byte)'.';
            }

            WriteDecimal(address[i], destination, ref at);
        }
    }

    private static void WriteIPv6(in EndpointKey key, Span<byte> destination, ref int at)
    {
        Span<byte> address = stackalloc byte[16];
        key.WriteIPv6(address);
        Span<ushort> groups = stackalloc ushort[Groups];
        for (var i = 0; i < Groups; i++)
        {
            groups[i] = (ushort)((address[2 * i] << 8) | address[(2 * i) + 1]);
        }

        var (zeros, end) = LongestZeros(groups);
        for (var i = 0; i < Groups; i++)
        {
            if (i == zeros)
            {
                destination[at++] = (byte)':';
                destination[at++] = (byte)':';
                i = end;
                if (i == Groups)
                {
                    return;
                }
            }
            else if (i > 0)
            {
                destination[at++] = (byte)':';
            }

            Utf8Formatter.TryFormat(groups[i], destination[at..], out var written, new('x'));
            at += written;
        }
    }

    /// <summary>The run that <c>::</c> stands for: the longest of at least two zero groups, the first of equals (RFC 5952, 4.2).</summary>
    private static (int Start, int End) LongestZeros(ReadOnlySpan<ushort> groups)
    {
        var (best, bestEnd) = (-1, -1);
        for (var i = 0; i < Groups; i++)
        {
            var start = i;
            while (i < Groups && groups[i] == 0)
            {
                i++;
            }

            if (i - start > 1 && i - start > bestEnd - best)
            {
                (best, bestEnd) = (start, i);
            }
        }

        return (best, bestEnd);
    }

    private static void WriteDecimal(long number, Span<byte> destination, ref int at)
    {
        Utf8Formatter.TryFormat(number, destination[at..], out var written);
        at += written;
    }

    /// <summary>Four decimals only: the base class library also reads <c>127.1</c>, octal and hexadecimal, which mislead.</summary>
    private static bool TryParseIPv4(ReadOnlySpan<char> host, int port, out EndpointKey key)
    {
        key = default;
        Span<byte> address = stackalloc byte[4];
        for (var i = 0; i < address.Length; i++)
        {
            var dot = host.IndexOf('.');
            if (dot < 0 == i < address.Length - 1 || !TryParseDecimal(dot < 0 ? host : host[..dot], byte.MaxValue, out var number))
            {
                return false;
            }

            address[i] = (byte)number;
            host = host[(dot + 1)..];
        }

        key = EndpointKey.FromIPv4(address, (ushort)port);
        return true;
    }

    private static bool TryParseIPv6(ReadOnlySpan<char> host, int port, out EndpointKey key)
    {
        key = default;
        uint scope = 0;
        var percent = host.IndexOf('%');
        if (percent >= 0 && !TryParseScope(host[(percent + 1)..], out scope))
        {
            return false;
        }

        var digits = percent < 0 ? host : host[..percent];
        if (digits.ContainsAnyExcept(IPv6Characters)
            || !IPAddress.TryParse(digits, out var address)
            || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        key = new EndpointKey(bytes, scope, (ushort)port);
        return true;
    }

    /// <summary>A number above 0 only: the name of an interface would have to be looked up.</summary>
    private static bool TryParseScope(ReadOnlySpan<char> digits, out uint scope)
    {
        scope = 0;
        return digits is [>= '1' and <= '9', ..] && uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out scope);
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> digits, int max, out int number)
    {
        number = 0;
        return digits is [>= '1' and <= '9', ..] or ['0']
            && digits.Length <= 5
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number <= max;
    }
}
