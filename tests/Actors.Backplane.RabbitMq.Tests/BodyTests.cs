using System.Net;
using System.Text;
using Actors.Backplane.RabbitMq.Wire;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Hub.Backplane;

namespace Actors.Backplane.RabbitMq.Tests;

/// <summary>What goes through the broker: golden bytes, a round trip, a cut at every byte, random bytes.</summary>
public sealed class BodyTests
{
    private static readonly NodeIncarnation Ann = new(new NodeId("ann"), 0x0102030405060708);
    private static readonly EndpointKey IPv4 = new(IPAddress.Parse("10.0.0.1"), 5000);
    private static readonly EndpointKey IPv6 = new(IPAddress.Parse("fe80::1%3"), 9);

    private static readonly RosterMember Member = new(IPv4, "chat", new RoomName("lobby"), TimeSpan.FromMilliseconds(1_500));

    public static TheoryData<object> Contents =>
    [
        new BackplaneMessage(Ann, new RoomName("大廳"), 9, DateTimeOffset.UnixEpoch.AddMicroseconds(17), "hi\0"u8.ToArray()),
        new NodeNews.Beat(Ann, 3),
        new NodeNews.RosterChange(Ann, 4, [Member, Member with { Endpoint = IPv6 }], [new RosterLeft(IPv6, "echo", LeaveReason.Silent)]),
        new NodeNews.RosterSnapshot(Ann, 5, 1, 2, [Member]),
        new NodeNews.RosterRequest(Ann, null),
        new NodeNews.RosterRequest(Ann, new NodeId("bob")),
        new NodeNews.Stopping(Ann),
    ];

    [Fact]
    public void A_message_has_the_bytes_of_the_grammar()
    {
        var said = new BackplaneMessage(Ann, new RoomName("r"), 2, DateTimeOffset.UnixEpoch.AddMicroseconds(3), "hi"u8.ToArray());
        Assert.Equal(
            "AC0101" + "03616E6E" + "0102030405060708" + "0172" + "0000000000000002" + "0000000000000003" + "6869",
            Convert.ToHexString(Bytes(said)));
    }

    [Fact]
    public void A_roster_change_has_the_bytes_of_the_grammar() => Assert.Equal(
        "AC0103" + "03616E6E" + "0102030405060708" + "0000000000000004"
        + "0001" + "040A0000011388" + "0463686174" + "056C6F626279" + "000005DC"
        + "0001" + "06FE800000000000000000000000000001" + "00000003" + "0009" + "046563686F" + "02",
        Convert.ToHexString(Bytes(new NodeNews.RosterChange(Ann, 4, [Member], [new RosterLeft(IPv6, "echo", LeaveReason.Silent)]))));

    [Theory]
    [MemberData(nameof(Contents))]
    public void What_is_written_is_read_back(object content)
    {
        Assert.True(Body.TryRead(Bytes(content), out var read, out var why), why);
        Assert.Equal(Bytes(content), Bytes(read!));
        Assert.Equal(content.GetType(), read!.GetType());
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void What_is_cut_short_or_goes_on_is_rejected(object content)
    {
        var bytes = Bytes(content);
        for (var length = 0; length < bytes.Length; length++)
        {
            // Any end of a line is a line.
            var isLine = content is BackplaneMessage && length >= bytes.Length - 3;
            Assert.Equal(isLine, Body.TryRead(bytes.AsSpan(0, length), out _, out var why));
            Assert.Equal(isLine, why.Length == 0);
        }

        if (content is not BackplaneMessage) Assert.False(Body.TryRead([.. bytes, 0], out _, out _));
    }

    [Fact]
    public void No_bytes_throw_and_why_holds_none_of_them()
    {
        var random = new Random(20261120);
        foreach (var row in (IEnumerable<object[]>)Contents)
        {
            var whole = Bytes(row[0]);
            for (var round = 0; round < 2_000; round++)
            {
                var bytes = whole.ToArray();
                for (var n = random.Next(1, 4); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                if (!Body.TryRead(bytes, out _, out var why)) Assert.All(why, c => Assert.True(char.IsAscii(c) && !char.IsControl(c)));
            }
        }

        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            Body.TryRead(bytes, out _, out _);
        }
    }

    [Theory]
    [InlineData("AC0201", "a body of another version of the hub")]
    [InlineData("FF0101", "a body of 3 bytes that is not of a hub")]
    [InlineData("", "a body of 0 bytes that is not of a hub")]
    [InlineData("AC0107", "a damaged body of 3 bytes")]
    public void Why_a_body_is_rejected_is_said(string hex, string expected)
    {
        Assert.False(Body.TryRead(Convert.FromHexString(hex), out _, out var why));
        Assert.Equal(expected, why);
    }

    [Fact]
    public void A_name_that_is_not_UTF8_is_rejected()
    {
        var said = Bytes(new BackplaneMessage(Ann, new RoomName("r"), 2, DateTimeOffset.UnixEpoch, "hi"u8.ToArray()));
        said[16] = 0xFF;
        Assert.False(Body.TryRead(said, out _, out _));
    }

    [Fact]
    public void More_than_any_node_writes_is_rejected_unread() => Assert.False(Body.TryRead(new byte[1_000_000], out _, out _));

    [Theory]
    [InlineData("lobby", "room.lobby")]
    [InlineData("a.b*c#d%e", "room.a%2Eb%2Ac%23d%25e")]
    public void A_room_is_one_word_of_a_routing_key(string room, string key) => Assert.Equal(key, Topics.KeyOf(new RoomName(room)));

    [Theory]
    [InlineData('.')]
    [InlineData('大')]
    public void The_longest_room_fits_a_routing_key(char c) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Topics.KeyOf(new RoomName(new string(c, RoomName.MaxLength)))), 1, 255);

    private static byte[] Bytes(object content)
    {
        var writer = new BodyWriter();
        if (content is BackplaneMessage message) Body.Write(writer, message);
        else Body.Write(writer, (NodeNews)content);
        return writer.Written.ToArray();
    }
}
