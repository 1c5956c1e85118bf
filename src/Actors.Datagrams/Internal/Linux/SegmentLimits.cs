using System.Runtime.CompilerServices;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>
/// Which destinations' routes refused a segmented send, and for what length of segment: one that is longer than the route's MTU less
/// headers, or any at all where the device cannot do it. Of fixed size: a destination may push another one out, which then costs a refused
/// send again.
/// </summary>
internal sealed unsafe class SegmentLimits
{
    /// <summary>No segment was refused.</summary>
    public const int None = int.MaxValue;

    private const int Slots = 1_024; // 24 KB, when first needed: on most machines never

    private readonly bool _isIPv6;
    private Limit[]? _limits;

    public SegmentLimits(bool isIPv6) => _isIPv6 = isIPv6;

    /// <summary>The shortest segment that was refused on the way to a native address, in bytes; shorter ones may go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(byte* address) => _limits is { } limits ? Find(limits, address) : None;

    /// <summary>Remembers that the way to a native address refused a segment of that many bytes.</summary>
    public void Refused(byte* address, int segmentBytes)
    {
        _limits ??= new Limit[Slots];
        var (high, low) = Key(address);
        ref var limit = ref _limits[Slot(high, low)];
        limit = limit.IsOf(high, low) && limit.SegmentBytes < segmentBytes ? limit : new Limit(high, low, segmentBytes);
    }

    private int Find(Limit[] limits, byte* address)
    {
        var (high, low) = Key(address);
        ref readonly var limit = ref limits[Slot(high, low)];
        return limit.IsOf(high, low) ? limit.SegmentBytes : None;
    }

    private (ulong High, ulong Low) Key(byte* address)
    {
        if (_isIPv6)
        {
            var at = address + NativeAddress.IPv6AddressAt;
            return (Unsafe.ReadUnaligned<ulong>(at), Unsafe.ReadUnaligned<ulong>(at + sizeof(ulong)));
        }

        return (0, Unsafe.ReadUnaligned<uint>(address + NativeAddress.IPv4AddressAt));
    }

    private static int Slot(ulong high, ulong low) => (int)((uint)HashCode.Combine(high, low) % Slots);

    private readonly record struct Limit(ulong High, ulong Low, int SegmentBytes)
    {
        public bool IsOf(ulong high, ulong low) => SegmentBytes > 0 && High == high && Low == low;
    }
}
