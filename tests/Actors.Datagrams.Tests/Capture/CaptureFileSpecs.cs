using Actors.Datagrams.Capture;

namespace Actors.Datagrams.Tests.Capture;

/// <summary>What many threads write to and none waits for.</summary>
public sealed class CaptureFileSpecs : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly EndpointKey Peer = Pcap.Key("127.0.0.1:4000");
    private static readonly EndpointKey Hub = Pcap.Key("127.0.0.1:9999");

    private readonly string _folder = Directory.CreateTempSubdirectory("capture-").FullName;

    private string First => At("traffic.pcapng");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_many_threads_write_is_all_there_once_and_the_end_says_so()
    {
        const int threads = 8, each = 1_000;
        using var capture = new CaptureFile(new CaptureFileOptions(First));
        Parallel.For(0, threads, thread =>
        {
            for (var n = 0; n < each; n++)
            {
                Assert.True(Write(capture, BitConverter.GetBytes((thread * each) + n)));
            }
        });
        Assert.True(capture.Close(Soon));

        var read = Pcap.Read(File.ReadAllBytes(First), out var statistics);
        Assert.Equal(Enumerable.Range(0, threads * each), read.Select(one => BitConverter.ToInt32(one.Payload.Span)).Order());
        Assert.Equal(new CaptureStatistics(threads * each, 0, "8000 datagrams captured, none is missing"), statistics);
        Assert.Equal((threads * each, 0L), (capture.Written, capture.Dropped));
    }

    [Fact]
    public void What_was_written_can_be_read_while_the_capture_goes_on()
    {
        using var capture = new CaptureFile(new CaptureFileOptions(First));
        Write(capture, [7]);
        Assert.True(SpinWait.SpinUntil(() => capture.Written == 1, Soon), "it was not written");
        using var file = new FileStream(First, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Assert.Equal(PcapngReadStatus.Datagram, new PcapngReader(file).Read(out var datagram));
        Assert.Equal([7], datagram!.Payload.ToArray());
    }

    [Fact]
    public void A_writer_that_stalls_keeps_nobody_waiting_and_what_does_not_fit_is_counted()
    {
        using var disk = new StallingStream();
        var options = new CaptureFileOptions("none.pcapng") { QueuedDatagrams = 10, QueuedBytes = 64 * 1_024 };
        using var capture = new CaptureFile(options, _ => disk);
        disk.Stall();
        Write(capture, [0]);
        Assert.True(disk.IsWaitedFor(Soon), "the writer did not come to write");

        // One is being written, and holds its place: nine more fit.
        var taken = Enumerable.Range(1, 100).Count(n => Write(capture, [(byte)n]));
        Assert.Equal((9, 91L), (taken, capture.Dropped));
        Assert.False(capture.Close(TimeSpan.FromMilliseconds(1)));
        disk.GoOn();
        Assert.True(capture.Close(Soon));

        Assert.Equal(Enumerable.Range(0, 10), Pcap.Read(disk.ToArray(), out var statistics).Select(one => (int)one.Payload.Span[0]));
        Assert.Equal((101, 91), (statistics!.Seen, statistics.Dropped));
        Assert.Equal("10 datagrams captured, 91 are missing: they came faster than they could be written", statistics.Comment);
        Assert.False(Write(capture, [1]));
    }

    [Fact]
    public void The_queue_is_bounded_in_bytes_too()
    {
        using var disk = new StallingStream();
        using var capture = new CaptureFile(new CaptureFileOptions("none.pcapng") { QueuedBytes = 100_000 }, _ => disk);
        disk.Stall();
        Assert.True(Write(capture, new byte[65_507]));
        Assert.False(Write(capture, new byte[65_507]));
        Assert.True(Write(capture, new byte[100_000 - 65_507]));
        Assert.False(Write(capture, [1]));
        Assert.True(Write(capture, []));
        disk.GoOn();
        Assert.True(capture.Close(Soon));
        Assert.Equal([65_507, 34_493, 0], Pcap.Read(disk.ToArray()).Select(one => one.PayloadLength));
    }

    [Fact]
    public void A_full_file_makes_way_for_the_next_and_the_oldest_goes()
    {
        var options = new CaptureFileOptions(First) { FileBytes = CaptureFileOptions.MinFileBytes, Files = 3 };
        using (var capture = new CaptureFile(options))
        {
            // Two of these fill a file, and one is left: ten files, of which the last three are kept.
            for (var n = 0; n < 19; n++)
            {
                Assert.True(Write(capture, [(byte)n, .. new byte[60_000]]));
            }
        }

        Assert.Equal(
            [("traffic.1.pcapng", "16,17"), ("traffic.2.pcapng", "14,15"), ("traffic.pcapng", "18")],
            Directory.GetFiles(_folder).Order().Select(file =>
                (Path.GetFileName(file), string.Join(',', Pcap.Read(File.ReadAllBytes(file)).Select(one => one.Payload.Span[0])))));
        Assert.All(Directory.GetFiles(_folder), file => Assert.InRange(new FileInfo(file).Length, 1, options.FileBytes));
        Pcap.Read(File.ReadAllBytes(At("traffic.1.pcapng")), out var statistics);
        Assert.Equal(18, statistics!.Seen);
    }

    [Fact]
    public void A_file_that_is_there_already_is_kept_as_the_newest_of_the_full_ones()
    {
        File.WriteAllText(First, "yesterday's");
        File.WriteAllText(At("traffic.1.pcapng"), "the day before's");
        new CaptureFile(new CaptureFileOptions(First) { Files = 2 }).Dispose();
        Assert.Equal("yesterday's", File.ReadAllText(At("traffic.1.pcapng")));
        Assert.Empty(Pcap.Read(File.ReadAllBytes(First)));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_disk_that_is_full_ends_the_capture_at_a_whole_datagram_says_so_once_and_harms_nobody()
    {
        using var disk = new StallingStream { Capacity = 1_000 };
        var told = new List<Exception>();
        var options = new CaptureFileOptions("none.pcapng") { Stopped = told.Add };
        using var capture = new CaptureFile(options, _ => disk);
        for (var n = 0; n < 100; n++)
        {
            Write(capture, new byte[100]);
        }

        Assert.True(capture.Close(Soon));
        Assert.IsType<IOException>(Assert.Single(told));
        Assert.False(Write(capture, [1]));
        Assert.Equal(101, capture.Written + capture.Dropped);
        Assert.Equal(capture.Written, Pcap.Read(disk.ToArray()).Count);
        Assert.InRange(capture.Written, 1, 8);
    }

    [Fact]
    public void A_next_file_that_cannot_be_made_ends_the_capture_and_harms_nobody()
    {
        var told = new List<Exception>();
        var disks = new Queue<StallingStream>([new StallingStream()]);
        var options = new CaptureFileOptions("none.pcapng") { FileBytes = CaptureFileOptions.MinFileBytes, Stopped = told.Add };
        using var first = disks.Peek();
        using var capture = new CaptureFile(
            options, _ => disks.TryDequeue(out var disk) ? disk : throw new UnauthorizedAccessException("no"));
        for (var n = 0; n < 3; n++)
        {
            Write(capture, new byte[60_000]);
        }

        Assert.True(capture.Close(Soon));
        Assert.IsType<UnauthorizedAccessException>(Assert.Single(told));
        Assert.Equal((2L, 1L), (capture.Written, capture.Dropped));
        Assert.Equal(2, Pcap.Read(first.ToArray()).Count);
    }

    [Fact]
    public void A_file_in_no_folder_is_refused_at_once()
    {
        Assert.ThrowsAny<IOException>(() => new CaptureFile(new CaptureFileOptions(At("nowhere/traffic.pcapng"))));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("hub.conf")]
    [InlineData(".pcapng")]
    [InlineData("")]
    public void What_is_no_captures_name_is_left_alone(string path)
    {
        Assert.Throws<ArgumentException>(() => new CaptureFile(new CaptureFileOptions(path), _ => throw new InvalidOperationException()));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaptureFileOptions("") { FileBytes = CaptureFileOptions.MinFileBytes - 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaptureFileOptions("") { Files = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaptureFileOptions("") { Files = CaptureFileOptions.MaxFiles + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaptureFileOptions("") { QueuedDatagrams = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaptureFileOptions("") { QueuedBytes = 65_535 });
    }

    private static bool Write(CaptureFile capture, byte[] payload) =>
        capture.Write(DateTimeOffset.UnixEpoch, Peer, Hub, CaptureDirection.In, payload, "heartbeat");

    private string At(string name) => Path.Combine(_folder, name);
}
