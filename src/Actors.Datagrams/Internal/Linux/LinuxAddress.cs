namespace Actors.Datagrams.Internal.Linux;

/// <summary>Socket addresses with Linux's family numbers, 16 bits in the machine's byte order.</summary>
internal static class LinuxAddress
{
    private const ushort AfInet = 2;
    private const ushort AfInet6 = 10;

    /// <summary>The length of an address.</summary>
    public static int Size(bool isIPv6) => isIPv6 ? NativeAddress.IPv6Size : NativeAddress.IPv4Size;

    /// <summary>Writes the family, which stays.</summary>
    public static void Prepare(Span<byte> address, bool isIPv6)
    {
        address.Clear();
        BitConverter.TryWriteBytes(address, isIPv6 ? AfInet6 : AfInet);
    }

    public static void Write(in EndpointKey key, Span<byte> address, bool isIPv6)
    {
        if (isIPv6)
        {
            NativeAddress.WriteIPv6(key, address);
        }
        else
        {
            NativeAddress.WriteIPv4(key, address);
        }
    }

    public static EndpointKey Read(ReadOnlySpan<byte> address, bool isIPv6) =>
        isIPv6 ? NativeAddress.ReadIPv6(address) : NativeAddress.ReadIPv4(address);
}
