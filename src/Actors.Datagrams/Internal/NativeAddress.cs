using System.Buffers.Binary;

namespace Actors.Datagrams.Internal;

/// <summary>
/// The bytes of <c>sockaddr_in</c> and <c>sockaddr_in6</c> behind the family: port, address and scope have the same places on Linux,
/// Windows, macOS and BSD (ip(7), ipv6(7)); the first two bytes (family, on BSD also a length) are for whoever owns the buffer.
/// </summary>
internal static class NativeAddress
{
    public const int IPv4Size = 16;
    public const int IPv6Size = 28;
    public const int IPv4AddressAt = 4;
    public const int IPv6AddressAt = 8;

    private const int PortAt = 2;
    private const int FlowAt = 4;
    private const int ScopeAt = 24;

    public static EndpointKey ReadIPv4(ReadOnlySpan<byte> address) =>
        EndpointKey.FromIPv4(address[IPv4AddressAt..], BinaryPrimitives.ReadUInt16BigEndian(address[PortAt..]));

    public static EndpointKey ReadIPv6(ReadOnlySpan<byte> address) => new(
        address.Slice(IPv6AddressAt, 16),
        BitConverter.ToUInt32(address[ScopeAt..]), // the only field in the machine's own byte order
        BinaryPrimitives.ReadUInt16BigEndian(address[PortAt..]));

    public static void WriteIPv4(in EndpointKey key, Span<byte> address)
    {
        BinaryPrimitives.WriteUInt16BigEndian(address[PortAt..], (ushort)key.Port);
        key.WriteIPv4(address[IPv4AddressAt..]);
    }

    public static void WriteIPv6(in EndpointKey key, Span<byte> address)
    {
        BinaryPrimitives.WriteUInt16BigEndian(address[PortAt..], (ushort)key.Port);
        address.Slice(FlowAt, 4).Clear();
        key.WriteIPv6(address[IPv6AddressAt..]);
        BitConverter.TryWriteBytes(address[ScopeAt..], (uint)key.ScopeId);
    }
}
