using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Datagrams.Internal;

namespace Actors.Datagrams;

/// <summary>
/// One UDP endpoint as a value of 24 bytes: a 128-bit address, a scope id and a port. Made to be a dictionary key: no allocation, and an
/// IPv4-mapped IPv6 address (<c>::ffff:a.b.c.d</c>, RFC 4291 section 2.5.5.2) is the IPv4 address, so that a peer has one key, whichever
/// socket heard it.
/// </summary>
/// <remarks>
/// The text form is <c>127.0.0.1:9999</c> or <c>[::1]:9999</c>, with the scope where there is one: <c>[fe80::1%3]:9999</c>. IPv6 is written
/// by RFC 5952. The default value is <c>[::]:0</c>.
/// </remarks>
public readonly struct EndpointKey : IEquatable<EndpointKey>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>
    /// The longest text, in characters and in bytes: <c>[</c>, 39 of address, <c>%</c>, 10 of scope, <c>]:</c>, 5 of port.
    /// </summary>
    public const int MaxTextLength = 1 + 39 + 1 + 10 + 2 + 5;

    /// <summary>Where an IPv4 address sits in <see cref="_low"/>: below the 0xffff of <c>::ffff:a.b.c.d</c>.</summary>
    private const ulong MappedPrefix = 0xffff;

    private readonly ulong _high;
    private readonly ulong _low;
    private readonly uint _scope;
    private readonly ushort _port;

    /// <summary>Makes a key of an address and a port.</summary>
    /// <param name="address">An IPv4 or IPv6 address; IPv4-mapped is taken as IPv4.</param>
    /// <param name="port">0 to 65,535.</param>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> is out of range.</exception>
    public EndpointKey(IPAddress address, int port)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, ushort.MaxValue);
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var written);
        var isIPv4 = written == 4;
        this = isIPv4 ? FromIPv4(bytes, (ushort)port) : new EndpointKey(bytes, (uint)address.ScopeId, (ushort)port);
    }

    internal EndpointKey(ReadOnlySpan<byte> address, uint scope, ushort port)
    {
        _high = BinaryPrimitives.ReadUInt64BigEndian(address);
        _low = BinaryPrimitives.ReadUInt64BigEndian(address[8..]);
        _port = port;
        _scope = IsIPv4 ? 0 : scope;
    }

    private EndpointKey(ulong high, ulong low, ushort port)
    {
        _high = high;
        _low = low;
        _port = port;
    }

    /// <summary>Whether the address is IPv4 (also when it came as IPv4-mapped IPv6).</summary>
    public bool IsIPv4 => _high == 0 && _low >> 32 == MappedPrefix;

    /// <summary>The port, 0 to 65,535.</summary>
    public int Port => _port;

    /// <summary>The scope (zone) id of an IPv6 address that has one (RFC 4007), else 0.</summary>
    public long ScopeId => _scope;

    /// <summary>The address; allocates.</summary>
    public IPAddress Address
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            WriteIPv6(bytes);
            return IsIPv4 ? new IPAddress(bytes[12..]) : new IPAddress(bytes, _scope);
        }
    }

    /// <summary>Whether the address means every address of this machine: <c>0.0.0.0</c> or <c>::</c>.</summary>
    public bool IsAny => _high == 0 && _low is 0 or MappedPrefix << 32;

    /// <summary>The key of an endpoint.</summary>
    /// <param name="endpoint">An IPv4 or IPv6 endpoint.</param>
    /// <exception cref="ArgumentNullException"><paramref name="endpoint"/> is null.</exception>
    public static EndpointKey From(IPEndPoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new EndpointKey(endpoint.Address, endpoint.Port);
    }

    /// <summary>The key of a socket address as the system wrote it; no allocation.</summary>
    /// <param name="address">An address of family InterNetwork or InterNetworkV6.</param>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    /// <exception cref="ArgumentException">The address is of another family, or too short for its family.</exception>
    public static EndpointKey From(SocketAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bytes = address.Buffer.Span[..address.Size];
        if (address.Family == AddressFamily.InterNetwork && bytes.Length >= NativeAddress.IPv4Size)
        {
            return NativeAddress.ReadIPv4(bytes);
        }

        if (address.Family == AddressFamily.InterNetworkV6 && bytes.Length >= NativeAddress.IPv6Size)
        {
            return NativeAddress.ReadIPv6(bytes);
        }

        throw new ArgumentException($"Family {address.Family}, {address.Size} bytes: not an IP endpoint.", nameof(address));
    }

    /// <summary>
    /// Reads the text form: <c>a.b.c.d:port</c> or <c>[ipv6]:port</c>, decimal numbers without leading zeros, nothing before or after.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key, when it could be read.</param>
    /// <returns>Whether the text is an endpoint. Host names are not: nothing is looked up.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out EndpointKey key) => EndpointText.TryParse(text, out key);

    /// <summary>The same endpoint as the base class library's type; allocates.</summary>
    public IPEndPoint ToIPEndPoint() => new(Address, _port);

    /// <inheritdoc/>
    public bool Equals(EndpointKey other) => _low == other._low && _high == other._high && _port == other._port && _scope == other._scope;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EndpointKey other && Equals(other);

    /// <summary>A hash with the process's random seed, so that a peer cannot choose addresses that collide.</summary>
    public override int GetHashCode() => HashCode.Combine(_high, _low, ((ulong)_scope << 16) | _port);

    /// <summary>The text form.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        return Encoding.ASCII.GetString(text[..EndpointText.Format(this, text)]);
    }

    /// <summary>The text form; there is one, so both parameters are ignored.</summary>
    /// <param name="format">Ignored.</param>
    /// <param name="formatProvider">Ignored.</param>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Writes the text form; no allocation.</summary>
    /// <param name="destination">Where to; <see cref="MaxTextLength"/> characters always suffice.</param>
    /// <param name="charsWritten">How many characters were written.</param>
    /// <param name="format">Ignored.</param>
    /// <param name="provider">Ignored.</param>
    /// <returns>False when the destination is too short; nothing is written then.</returns>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        var length = EndpointText.Format(this, text);
        if (length > destination.Length)
        {
            charsWritten = 0;
            return false;
        }

        charsWritten = Encoding.ASCII.GetChars(text[..length], destination);
        return true;
    }

    /// <summary>Writes the text form in ASCII; no allocation.</summary>
    /// <param name="utf8Destination">Where to; <see cref="MaxTextLength"/> bytes always suffice.</param>
    /// <param name="bytesWritten">How many bytes were written.</param>
    /// <param name="format">Ignored.</param>
    /// <param name="provider">Ignored.</param>
    /// <returns>False when the destination is too short; nothing is written then.</returns>
    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<byte> text = stackalloc byte[MaxTextLength];
        var length = EndpointText.Format(this, text);
        bytesWritten = text[..length].TryCopyTo(utf8Destination) ? length : 0;
        return bytesWritten > 0;
    }

    /// <summary>Whether two keys are the same endpoint.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(EndpointKey left, EndpointKey right) => left.Equals(right);

    /// <summary>Whether two keys are different endpoints.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(EndpointKey left, EndpointKey right) => !left.Equals(right);

    internal static EndpointKey FromIPv4(ReadOnlySpan<byte> address, ushort port) =>
        new(0, (MappedPrefix << 32) | BinaryPrimitives.ReadUInt32BigEndian(address), port);

    /// <summary>The 16 bytes of the address in network order; IPv4 as IPv4-mapped.</summary>
    internal void WriteIPv6(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _low);
    }

    /// <summary>The 4 bytes of an IPv4 address in network order.</summary>
    internal void WriteIPv4(Span<byte> destination) => BinaryPrimitives.WriteUInt32BigEndian(destination, (uint)_low);
}
