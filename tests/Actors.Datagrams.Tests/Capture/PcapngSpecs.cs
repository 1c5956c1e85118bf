using Actors.Datagrams.Capture;

namespace Actors.Datagrams.Tests.Capture;

/// <summary>What is written is what the format says, and is read back the same.</summary>
public sealed class PcapngSpecs
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 20, 20, 15, 30, TimeSpan.Zero).AddTicks(1_234_567);

    /// <summary>
    /// A file of one datagram, made by hand from the draft: type, length, body, options, length; in the packet an IPv4 and a UDP header.
    /// </summary>
    private const string Golden = """
        0a0d0d0a 28000000 4d3c2b1a 01000000 ffffffff ffffffff 04000400 74657374 00000000 28000000
        01000000 28000000 65000000 00000400 02000300 68756200 09000100 09000000 00000000 28000000
        06000000 60000000 00000000 19dae918 bc20c1a2 21000000 21000000
        45000021 00004000 40113cca 7f000001 7f000001 0fa0270f 000d8750 68656c6c 6f000000
        02000400 01000000 01000900 68656172 74626561 74000000 00000000 60000000
        05000000 44000000 00000000 19dae918 bc20c1a2 04000800 03000000 00000000 05000800 02000000 00000000
        01000900 32206d69 7373696e 67000000 00000000 44000000
        """;

    /// <summary>The same in big-endian order, with microseconds, as another program may write it; its packet is the same.</summary>
    private const string BigEndian = """
        0a0d0d0a 0000001c 1a2b3c4d 00010000 ffffffff ffffffff 0000001c
        00000001 00000014 00650000 00040000 00000014
        00000006 00000044 00000000 000660ba e7d5dc80 00000021 00000021
        45000021 00004000 40113cca 7f000001 7f000001 0fa0270f 000d8750 68656c6c 6f000000
        00000044
        """;

    [Fact]
    public void A_file_of_one_datagram_is_these_bytes()
    {
        var file = new MemoryStream();
        var writer = new PcapngWriter(file, "test", "hub");
        writer.Write(At, Pcap.Key("127.0.0.1:4000"), Pcap.Key("127.0.0.1:9999"), CaptureDirection.In, "hello"u8, "heartbeat");
        writer.WriteStatistics(At, new CaptureStatistics(3, 2, "2 missing"));
        Assert.Equal(Convert.ToHexStringLower(Pcap.Hex(Golden)), Convert.ToHexStringLower(file.ToArray()));
        Assert.Equal(file.Length, writer.Length);
    }

    [Fact]
    public void These_bytes_are_a_file_of_one_datagram()
    {
        var reader = new PcapngReader(new MemoryStream(Pcap.Hex(Golden)));
        Assert.Equal(PcapngReadStatus.Datagram, reader.Read(out var datagram));
        Assert.Equal(("test", At), (reader.Application, datagram!.At));
        Assert.Equal((Pcap.Key("127.0.0.1:4000"), Pcap.Key("127.0.0.1:9999")), (datagram.Source, datagram.Destination));
        Assert.Equal((CaptureDirection.In, 5, (bool?)true), (datagram.Direction, datagram.PayloadLength, datagram.ChecksumIsRight));
        Assert.Equal("hello"u8.ToArray(), datagram.Payload.ToArray());
        Assert.Equal("heartbeat", datagram.Comment);
        Assert.Equal(PcapngReadStatus.End, reader.Read(out _));
        Assert.Equal(new CaptureStatistics(3, 2, "2 missing"), reader.Statistics);
    }

    [Fact]
    public void Another_byte_order_and_microseconds_are_read_too()
    {
        var datagram = Assert.Single(Pcap.Read(Pcap.Hex(BigEndian)));
        Assert.Equal("hello"u8.ToArray(), datagram.Payload.ToArray());
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 20, 15, 30, TimeSpan.Zero), datagram.At);
        Assert.Equal((CaptureDirection.Unknown, (string?)null), (datagram.Direction, datagram.Comment));
    }

    [Theory]
    [InlineData("127.0.0.1:9999", "10.1.2.3:65535")]
    [InlineData("[::1]:9999", "[2001:db8::abcd:1]:1")]
    [InlineData("0.0.0.0:9999", "10.1.2.3:4000")]
    [InlineData("10.1.2.3:0", "0.0.0.0:9999")]
    [InlineData("[::]:9999", "[fe80::1]:4000")]
    public void Every_length_comes_back_with_checksums_that_are_right(string from, string to)
    {
        int[] lengths = [0, 1, 2, 3, 4, 5, 63, 64, 1_472, 2_049, 65_506, 65_507];
        var (source, destination) = (Pcap.Key(from), Pcap.Key(to));
        var random = new Random(20);
        var sent = lengths.Select(length => Pcap.Bytes(random, length)).ToList();
        var file = new MemoryStream();
        var writer = new PcapngWriter(file, "", "");
        foreach (var payload in sent)
        {
            var before = writer.Length;
            writer.Write(At, source, destination, CaptureDirection.Out, payload, $"{payload.Length} bytes");
            Assert.Equal(PcapngWriter.Measure(source, destination, payload.Length, $"{payload.Length} bytes"), writer.Length - before);
        }

        var read = Pcap.Read(file.ToArray());
        Assert.Equal(sent, read.Select(datagram => datagram.Payload.ToArray()));
        Assert.All(read, datagram => Assert.Equal(
            (source, destination, CaptureDirection.Out, datagram.Payload.Length, (bool?)true, $"{datagram.Payload.Length} bytes"),
            (datagram.Source, datagram.Destination, datagram.Direction, datagram.PayloadLength, datagram.ChecksumIsRight, datagram.Comment)));
    }

    [Fact]
    public void The_wildcard_of_a_socket_for_both_families_is_of_its_peers_family()
    {
        var datagram = Pcap.RoundTrip("[::]:9999", "127.0.0.1:4000", [1], null);
        Assert.Equal((Pcap.Key("0.0.0.0:9999"), Pcap.Key("127.0.0.1:4000")), (datagram.Source, datagram.Destination));
        datagram = Pcap.RoundTrip("[::1]:9999", "127.0.0.1:4000", [1], null);
        Assert.Equal((Pcap.Key("[::1]:9999"), Pcap.Key("127.0.0.1:4000")), (datagram.Source, datagram.Destination));
    }

    [Theory]
    [InlineData("127.0.0.1:1", 65_508, 65_507)]
    [InlineData("127.0.0.1:1", 100_000, 65_507)]
    [InlineData("[::1]:1", 65_527, 65_527)]
    [InlineData("[::1]:1", 65_528, 65_527)]
    [InlineData("[::1]:1", 100_000, 65_527)]
    public void What_no_packet_holds_is_cut_and_the_file_says_how_long_it_was(string end, int length, int held)
    {
        var payload = Pcap.Bytes(new Random(21), length);
        var datagram = Pcap.RoundTrip(end, end, payload, "refused");
        Assert.Equal(payload[..held], datagram.Payload.ToArray());
        Assert.Equal((length, (bool?)true, "refused"), (datagram.PayloadLength, datagram.ChecksumIsRight, datagram.Comment));
    }

    [Fact]
    public void A_long_comment_is_cut_between_characters()
    {
        var comment = Pcap.RoundTrip("127.0.0.1:1", "127.0.0.1:2", [], new string('é', 600)).Comment;
        Assert.Equal(new string('é', 512), comment);
        comment = Pcap.RoundTrip("127.0.0.1:1", "127.0.0.1:2", [], new string('好', 600)).Comment;
        Assert.Equal(new string('好', 341), comment);
    }

    [Fact]
    public void A_time_before_1970_is_written_as_1970_and_the_last_that_fits_comes_back()
    {
        Assert.Equal(DateTimeOffset.UnixEpoch, Pcap.RoundTrip("127.0.0.1:1", "127.0.0.1:2", [], null, DateTimeOffset.MinValue).At);
        var last = new DateTimeOffset(2554, 7, 21, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(last, Pcap.RoundTrip("127.0.0.1:1", "127.0.0.1:2", [], null, last.ToOffset(TimeSpan.FromHours(5))).At);
    }

    [Fact]
    public void A_changed_byte_of_a_packet_is_seen_in_its_checksum()
    {
        var file = new MemoryStream();
        new PcapngWriter(file, "", "").Write(At, Pcap.Key("127.0.0.1:1"), Pcap.Key("127.0.0.1:2"), CaptureDirection.In, "hello"u8, null);
        var bytes = file.ToArray();
        var payload = bytes.AsSpan().IndexOf("hello"u8);
        bytes[payload + 2] ^= 1;
        Assert.False(Assert.Single(Pcap.Read(bytes)).ChecksumIsRight);
        bytes[payload + 2] ^= 1;
        bytes[payload - 8 - 20 + 8] ^= 1; // the hop limit
        Assert.False(Assert.Single(Pcap.Read(bytes)).ChecksumIsRight);
    }

    [Fact]
    public void A_file_cut_at_any_byte_gives_its_whole_datagrams_and_says_that_it_is_cut()
    {
        var file = new MemoryStream();
        var writer = new PcapngWriter(file, "test", "hub");
        var section = BitConverter.ToInt32(file.ToArray(), 4);
        List<long> ends = [0, section, writer.Length];
        for (var n = 0; n < 3; n++)
        {
            writer.Write(At, Pcap.Key("[::1]:1"), Pcap.Key("[::1]:2"), CaptureDirection.In, "hello"u8[..n], "heartbeat");
            ends.Add(writer.Length);
        }

        writer.WriteStatistics(At, new CaptureStatistics(3, 0, null));
        ends.Add(writer.Length);
        var bytes = file.ToArray();
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var reader = new PcapngReader(new MemoryStream(bytes, 0, cut));
            var whole = 0;
            PcapngReadStatus status;
            while ((status = reader.Read(out _)) == PcapngReadStatus.Datagram)
            {
                whole++;
            }

            Assert.Equal((cut, ends.Contains(cut) ? PcapngReadStatus.End : PcapngReadStatus.Cut), (cut, status));
            Assert.Equal((cut, ends.Skip(3).Take(3).Count(end => end <= cut)), (cut, whole));
            Assert.Equal(status, reader.Read(out var none));
            Assert.Null(none);
        }
    }

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        var golden = Pcap.Hex(Golden);
        var random = new Random(22);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = round % 2 == 0 ? Pcap.Bytes(random, random.Next(200)) : [.. golden, .. golden];
            for (var changes = random.Next(1, 6); changes > 0 && bytes.Length > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(4) switch { 0 => 0, 1 => 0xff, _ => (byte)random.Next(256) };
            }

            var reader = new PcapngReader(new MemoryStream(bytes));
            while (reader.Read(out var datagram) == PcapngReadStatus.Datagram)
            {
                Assert.True(datagram!.Payload.Length <= datagram.PayloadLength);
            }
        }
    }

    [Theory]
    [InlineData("0a0d0d0a 1c000000 4d3c2b1a 02000000 ffffffff ffffffff 1c000000")] // another major version
    [InlineData("0a0d0d0a 1c000000 12345678 01000000 ffffffff ffffffff 1c000000")] // no byte order
    [InlineData("0a0d0d0a 1c000000 4d3c2b1a 01000000 ffffffff ffffffff 20000000")] // its lengths differ
    [InlineData("0a0d0d0a 1d000000 4d3c2b1a 01000000 ffffffff ffffffff 1d000000 00")] // no multiple of 4
    [InlineData("0a0d0d0a 04000000 4d3c2b1a 01000000 ffffffff ffffffff 04000000")] // shorter than itself
    [InlineData("0a0d0d0a ffffff7f 4d3c2b1a 01000000 ffffffff ffffffff 1c000000")] // endless
    [InlineData("d4c3b2a1 02000400 00000000 00000000 00000400 01000000")] // the older format, pcap
    [InlineData("01000000 14000000 65000000 00000400 14000000")] // no section
    public void What_is_no_pcapng_is_said_to_be_malformed(string hex)
    {
        Assert.Equal(PcapngReadStatus.Malformed, new PcapngReader(new MemoryStream(Pcap.Hex(hex))).Read(out _));
    }

    [Fact]
    public void What_is_no_datagram_is_passed_over_and_counted()
    {
        // The same packet with another protocol (TCP), as a fragment, and behind an Ethernet link.
        var tcp = Golden.Replace("40113cca", "40063cca", StringComparison.Ordinal);
        var fragment = Golden.Replace("00004000 40113cca", "00002000 40113cca", StringComparison.Ordinal);
        var ethernet = Golden.Replace("65000000 00000400", "01000000 00000400", StringComparison.Ordinal);
        var reader = new PcapngReader(new MemoryStream(Pcap.Hex(tcp + fragment + ethernet + Golden)));
        Assert.Equal(PcapngReadStatus.Datagram, reader.Read(out _));
        Assert.Equal(3, reader.Skipped);
        Assert.Equal(PcapngReadStatus.End, reader.Read(out _));
    }
}
