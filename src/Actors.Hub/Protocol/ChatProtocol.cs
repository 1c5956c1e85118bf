using System.Net;
using System.Text;
using Actors.Datagrams;

namespace Actors.Hub.Protocol;

/// <summary>
/// The chat's text protocol, over bytes: no encoding is assumed, and no datagram is an error.
/// <code>
/// heartbeat = *WSP "^hb^" *WSP
/// quit      = *WSP "quit" *WSP
/// message   = TEXT [ LF / CR LF ]         ; everything else, the empty datagram included
/// answer    = "Ack " TEXT ". from " IP ":" PORT [ LF ]
/// WSP       = SP / HT / LF / VT / FF / CR
/// </code>
/// </summary>
public static class ChatProtocol
{
    /// <summary>
    /// The most that an answer adds around its text: "Ack " 4 + ". from " 7 + the longest endpoint 47 + a newline 1 = 59 bytes.
    /// </summary>
    public const int LongestFrame = 4 + 7 + LongestEndpoint + 1;

    // "[" 1 + an IPv6 address 39 + "]:" 2 + a port 5; without its scope id.
    private const int LongestEndpoint = 47;

    /// <summary>What every member hears when the hub stops.</summary>
    public static ReadOnlySpan<byte> Bye => "Bye!"u8;

    /// <summary>What an endpoint hears for which the room has no place.</summary>
    public static ReadOnlySpan<byte> RoomIsFull => "the room is full"u8;

    /// <summary>What this datagram is.</summary>
    public static ChatWord Classify(ReadOnlySpan<byte> datagram)
    {
        var word = Trim(datagram);
        return word.SequenceEqual("^hb^"u8) ? ChatWord.Heartbeat
            : word.SequenceEqual("quit"u8) ? ChatWord.Quit
            : ChatWord.Message;
    }

    /// <summary>Python's <c>bytes.strip()</c>: without the ASCII white space around it.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> datagram) => datagram.Trim(WhiteSpace);

    /// <summary>Whether the datagram ends with a newline: one that joins so asks for line mode.</summary>
    public static bool EndsLine(ReadOnlySpan<byte> datagram) => datagram is [.., (byte)'\n'];

    /// <summary>The message itself: one final LF or CR LF taken off, and nothing more.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> datagram) => datagram switch
    {
        [.. var text, (byte)'\r', (byte)'\n'] => text,
        [.. var text, (byte)'\n'] => text,
        _ => datagram,
    };

    /// <summary>
    /// Writes <c>Ack TEXT. from IP:PORT</c>: ASCII letters uppercased, every other byte as it came. The address is without its scope id, which
    /// means something on this machine only.
    /// </summary>
    public static void WriteAck(LineWriter line, ReadOnlySpan<byte> text, EndpointKey from)
    {
        line.Append("Ack "u8);
        ToUpper(text, line.Extend(text.Length));
        line.Append(". from "u8);
        WithoutScope(from).TryFormat(line.GetSpan(LongestEndpoint), out var length);
        line.Advance(length);
    }

    /// <summary>Writes what the sender of a message hears that is too long for the room: how long it was, and what is allowed.</summary>
    public static void WriteTooLong(LineWriter line, int length, int allowed) =>
        line.Append($"message too long: {length} bytes, at most {allowed} allowed");

    /// <summary>Python's <c>bytes.upper()</c>.</summary>
    /// <param name="text">Any bytes.</param>
    /// <param name="destination">At least as long, and other memory.</param>
    public static void ToUpper(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        Ascii.ToUpper(text, destination, out var ascii); // many at a time, up to the first byte that is not ASCII
        for (var i = ascii; i < text.Length; i++)
        {
            var b = text[i];
            destination[i] = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - ('a' - 'A')) : b;
        }
    }

    // Space, tab, LF, CR, vertical tab, form feed.
    private static ReadOnlySpan<byte> WhiteSpace => " \t\n\r\v\f"u8;

    private static EndpointKey WithoutScope(EndpointKey endpoint) =>
        endpoint.ScopeId == 0 ? endpoint : new EndpointKey(new IPAddress(endpoint.Address.GetAddressBytes()), endpoint.Port);
}
