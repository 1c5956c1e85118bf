namespace Actors.Datagrams.Capture.Internal;

/// <summary>What a capture says of an interface.</summary>
/// <param name="linkType">What its packets begin with.</param>
/// <param name="resolution">if_tsresol: a power of 10, or with the highest bit set of 2, negated: the unit of its times in seconds.</param>
/// <param name="offset">if_tsoffset: seconds to add to its times.</param>
internal sealed class PcapngInterface(int linkType, byte resolution, long offset)
{
    private const byte PowerOfTwo = 0x80;

    public bool HoldsRawIP => linkType is PcapngFormat.LinkRaw or PcapngFormat.LinkIPv4 or PcapngFormat.LinkIPv6;

    /// <summary>The time of a packet; one that no <see cref="DateTimeOffset"/> holds is the nearest that one does.</summary>
    public DateTimeOffset Time(ulong units)
    {
        var exponent = resolution & ~PowerOfTwo;
        // 16 bytes hold units x 10^7 (2^64 x 2^24); a unit below 10^-38 s or 2^-127 s makes every time 0.
        var ticks = (UInt128)units * TimeSpan.TicksPerSecond;
        ticks = (resolution & PowerOfTwo) != 0 ? ticks >> exponent
            : exponent > 38 ? 0
            : ticks / Power(exponent);
        var since = (Int128)ticks + ((Int128)offset * TimeSpan.TicksPerSecond) + DateTimeOffset.UnixEpoch.UtcTicks;
        return new DateTimeOffset((long)Int128.Clamp(since, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
    }

    private static UInt128 Power(int exponent)
    {
        UInt128 power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
