using Actors.Datagrams.Capture;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>What stands in a capture.</summary>
internal static class Captures
{
    /// <summary>Every datagram of a file, which must be whole and end with its statistics.</summary>
    public static IReadOnlyList<CapturedDatagram> Read(string path) => Read(path, out _);

    public static IReadOnlyList<CapturedDatagram> Read(string path, out CaptureStatistics statistics)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var reader = new PcapngReader(file);
        var datagrams = new List<CapturedDatagram>();
        PcapngReadStatus status;
        while ((status = reader.Read(out var datagram)) == PcapngReadStatus.Datagram) datagrams.Add(datagram!);
        Assert.Equal(PcapngReadStatus.End, status);
        Assert.Equal(0, reader.Skipped);
        Assert.NotNull(reader.Statistics);
        statistics = reader.Statistics;
        return datagrams;
    }
}
