using Actors.Datagrams.Capture;

namespace Actors.Datagrams.Tests.Capture;

/// <summary>Files to test with.</summary>
internal static class Pcap
{
    public static EndpointKey Key(string text) =>
        EndpointKey.TryParse(text, out var key) ? key : throw new ArgumentException($"'{text}' is no endpoint", nameof(text));

    public static byte[] Hex(string hex) => Convert.FromHexString(string.Concat(hex.Where(char.IsAsciiHexDigit)));

    public static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    public static CapturedDatagram RoundTrip(string from, string to, byte[] payload, string? comment, DateTimeOffset? at = null)
    {
        var file = new MemoryStream();
        new PcapngWriter(file, "", "").Write(at ?? DateTimeOffset.UnixEpoch, Key(from), Key(to), CaptureDirection.In, payload, comment);
        return Assert.Single(Read(file.ToArray()));
    }

    /// <summary>Every datagram of a file that is whole.</summary>
    public static IReadOnlyList<CapturedDatagram> Read(byte[] file) => Read(file, out _);

    public static IReadOnlyList<CapturedDatagram> Read(byte[] file, out CaptureStatistics? statistics)
    {
        var reader = new PcapngReader(new MemoryStream(file));
        var read = new List<CapturedDatagram>();
        PcapngReadStatus status;
        while ((status = reader.Read(out var datagram)) == PcapngReadStatus.Datagram)
        {
            read.Add(datagram!);
        }

        Assert.Equal(PcapngReadStatus.End, status);
        statistics = reader.Statistics;
        return read;
    }
}
