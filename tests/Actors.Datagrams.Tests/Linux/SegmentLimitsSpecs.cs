using System.Net;
using Actors.Datagrams.Internal.Linux;

namespace Actors.Datagrams.Tests.Linux;

public sealed unsafe class SegmentLimitsSpecs
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("10.0.0.1", "10.0.0.2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", true)]
    public void The_shortest_refused_segment_of_each_address_is_kept_whatever_the_port(string one, string other, bool isIPv6)
    {
        var limits = new SegmentLimits(isIPv6);
        Assert.Equal(SegmentLimits.None, Of(limits, one, 1, isIPv6));

        Refused(limits, one, 1, isIPv6, 1_400);
        Refused(limits, one, 2, isIPv6, 1_300);
        Refused(limits, one, 3, isIPv6, 1_350);

        Assert.Equal(1_300, Of(limits, one, 4, isIPv6));
        Assert.Equal(SegmentLimits.None, Of(limits, other, 4, isIPv6));
    }

    [Fact]
    public void It_keeps_the_last_ones_of_very_many_and_never_mistakes_one_for_another()
    {
        var limits = new SegmentLimits(isIPv6: false);
        for (var i = 0; i < 100_000; i++)
        {
            Refused(limits, Address(i), 1, false, i + 1);
            Assert.Equal(i + 1, Of(limits, Address(i), 1, false));
        }

        var kept = Enumerable.Range(0, 100_000).Count(i => Of(limits, Address(i), 1, false) is var limit && limit != SegmentLimits.None
            && (limit == i + 1 ? true : throw new InvalidOperationException($"{Address(i)} has the limit of another: {limit}.")));
        Assert.InRange(kept, 1, 1_024);

        static string Address(int i) => new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]).ToString();
    }

    private static int Of(SegmentLimits limits, string address, int port, bool isIPv6)
    {
        fixed (byte* native = Native(address, port, isIPv6))
        {
            return limits.Of(native);
        }
    }

    private static void Refused(SegmentLimits limits, string address, int port, bool isIPv6, int segmentBytes)
    {
        fixed (byte* native = Native(address, port, isIPv6))
        {
            limits.Refused(native, segmentBytes);
        }
    }

    private static byte[] Native(string address, int port, bool isIPv6)
    {
        var native = new byte[32];
        LinuxAddress.Prepare(native, isIPv6);
        LinuxAddress.Write(new EndpointKey(IPAddress.Parse(address), port), native, isIPv6);
        return native;
    }
}
