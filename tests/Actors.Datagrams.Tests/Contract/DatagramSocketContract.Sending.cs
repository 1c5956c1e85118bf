using System.Net;

namespace Actors.Datagrams.Tests.Contract;

public abstract partial class DatagramSocketContract
{
    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_payload_of_any_length_leaves_whole(int length)
    {
        using var socket = Bind();
        using var one = new TestPeer();
        using var two = new TestPeer();
        var payload = Payload(length);

        Assert.True(socket.Send(payload, one.Endpoint).Sent);
        Assert.Equal(2, socket.Send(payload, [one.Endpoint, two.Endpoint]).Sent);

        var (bytes, from) = one.ReceiveFrom();
        Assert.Equal(payload, bytes);
        Assert.Equal(socket.LocalEndpoint, from);
        Assert.Equal(payload, one.Receive());
        Assert.Equal(payload, two.Receive());
        Assert.Equal(3, socket.Statistics.Sent);
    }

    [Fact]
    public void A_refused_destination_never_stops_the_others()
    {
        using var socket = Bind();
        using var first = new TestPeer();
        using var second = new TestPeer();
        using var last = new TestPeer();
        var nowhere = new EndpointKey(IPAddress.Loopback, 0);
        var sixth = new EndpointKey(IPAddress.IPv6Loopback, 9);
        var broadcast = new EndpointKey(IPAddress.Parse("127.255.255.255"), 9);
        EndpointKey[] to = [nowhere, first.Endpoint, broadcast, broadcast, nowhere, second.Endpoint, sixth, last.Endpoint, nowhere];

        for (var round = 1; round <= 3; round++)
        {
            var summary = socket.Send("text"u8, to);

            Assert.Equal(3, summary.Sent);
            Assert.Equal(6, summary.Refused);
            Assert.Equal(4, summary[SendRefusal.InvalidDestination]);
            Assert.Equal(2, summary[SendRefusal.Denied]);
            Assert.Equal("text"u8, first.Receive());
            Assert.Equal("text"u8, second.Receive());
            Assert.Equal("text"u8, last.Receive());
            var statistics = socket.Statistics;
            Assert.Equal(3 * round, statistics.Sent);
            Assert.Equal((4 * round, 2 * round), (statistics.RefusedInvalidDestination, statistics.RefusedDenied));
        }
    }

    [Fact]
    public void What_became_of_each_destination_stands_at_its_place()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        var nowhere = new EndpointKey(IPAddress.Loopback, 0);
        var broadcast = new EndpointKey(IPAddress.Parse("127.255.255.255"), 9);

        // More than one system call takes, with every kind of outcome in each.
        EndpointKey[] pattern = [nowhere, peer.Endpoint, broadcast, nowhere, peer.Endpoint];
        EndpointKey[] to = [.. Enumerable.Range(0, 1_500).Select(i => i % 500 < 5 ? pattern[i % 5] : broadcast)];
        var refusals = new SendRefusal[to.Length];
        Array.Fill(refusals, SendRefusal.Other);
        var summary = socket.Send("text"u8, to, refusals);

        Assert.Equal(6, summary.Sent);
        Assert.Equal(
            to.Select(one => one == nowhere ? SendRefusal.InvalidDestination : one == broadcast ? SendRefusal.Denied : SendRefusal.None),
            refusals);
        Assert.Equal(
            (to.Length - 6L, 6L),
            (socket.Statistics.RefusedInvalidDestination + socket.Statistics.RefusedDenied, socket.Statistics.Sent));
        Assert.Throws<ArgumentException>(() => socket.Send("text"u8, to, new SendRefusal[to.Length - 1]));

        socket.Dispose();
        socket.Send("text"u8, to, refusals);
        Assert.All(refusals, refusal => Assert.Equal(SendRefusal.Closed, refusal));
    }

    [Fact]
    public void Thousands_of_destinations_are_each_sent_to_once_and_in_order()
    {
        using var socket = Bind();
        TestPeer[] peers = [new(), new(), new(), new(), new()];
        var nowhere = new EndpointKey(IPAddress.Loopback, 0);

        // 2,600 with refused ones at and around 1,024 and 2,048, where one system call ends; 400 of 768 bytes at a time fit every peer's
        // buffer.
        var to = Enumerable.Range(0, 2_600).Select(i => i % 1_024 is 0 or 1_023 ? nowhere : peers[i % 5].Endpoint).ToArray();
        var refused = to.Count(key => key == nowhere);

        var summary = socket.Send("x"u8, to);

        Assert.Equal((2_600 - refused, refused), (summary.Sent, summary[SendRefusal.InvalidDestination]));
        Assert.Equal(5, refused);
        foreach (var peer in peers)
        {
            for (var expected = to.Count(key => key == peer.Endpoint); expected > 0; expected--)
            {
                Assert.Equal("x"u8, peer.Receive());
            }

            Assert.False(peer.HasMail, "Nobody gets a payload twice.");
            peer.Dispose();
        }
    }

    [Fact]
    public void Payloads_to_one_destination_keep_their_order()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        for (var i = 0; i < 200; i++)
        {
            byte[] payload = [(byte)i];
            var sent = i % 2 == 0 ? socket.Send(payload, peer.Endpoint).Sent : socket.Send(payload, [peer.Endpoint]).Sent == 1;
            Assert.True(sent, $"Number {i} was sent.");
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(i => (byte)i), Enumerable.Range(0, 200).Select(_ => peer.Receive().Single()));
    }

    [Fact]
    public void No_destination_is_no_work()
    {
        using var socket = Bind();

        var summary = socket.Send("x"u8, ReadOnlySpan<EndpointKey>.Empty);

        Assert.Equal((0, 0), (summary.Sent, summary.Refused));
    }

    [Theory]
    [InlineData("127.0.0.1:0", 1, SendRefusal.InvalidDestination)]
    [InlineData("[::1]:9", 1, SendRefusal.InvalidDestination)]
    [InlineData("127.255.255.255:9", 1, SendRefusal.Denied)]
    [InlineData("127.0.0.1:9", 65_508, SendRefusal.TooLong)]
    [InlineData("127.0.0.1:9", 70_000, SendRefusal.TooLong)]
    public void A_refused_send_says_why_and_the_next_one_goes(string to, int length, SendRefusal expected)
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        Assert.True(EndpointKey.TryParse(to, out var destination));

        Assert.Equal(expected, socket.Send(new byte[length], destination).Refusal);
        Assert.Equal(1, socket.Send(new byte[length], [destination])[expected]);

        Assert.True(socket.Send("next"u8, peer.Endpoint).Sent);
        Assert.Equal("next"u8, peer.Receive());
    }

    [Fact]
    public void An_IPv6_socket_refuses_what_it_cannot_reach()
    {
        using var socket = Bind("::1");
        using var peer = new TestPeer("::1");
        var four = new EndpointKey(IPAddress.Loopback, 9);

        Assert.Equal(SendRefusal.InvalidDestination, socket.Send("x"u8, four).Refusal);
        var summary = socket.Send("x"u8, [four, peer.Endpoint]);

        Assert.Equal((1, 1), (summary.Sent, summary[SendRefusal.InvalidDestination]));
        Assert.Equal("x"u8, peer.Receive());
    }

    [Fact]
    public void Nobody_there_disturbs_nothing()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        var nobody = TestPeer.Nobody();

        for (var i = 0; i < 20; i++)
        {
            // Each is answered by an ICMP "port unreachable"; what the system makes of it must not reach the next call.
            socket.Send("anyone?"u8, nobody);
            socket.Send("anyone?"u8, [nobody, nobody]);
            peer.Send("still here"u8, socket.LocalEndpoint);
            Assert.Equal("still here"u8, Assert.Single(Receive(socket, 1)).Bytes);
            Assert.True(socket.Send("yes"u8, peer.Endpoint).Sent);
            Assert.Equal("yes"u8, peer.Receive());
        }
    }

    [Fact]
    public void Many_threads_send_at_once_without_mixing_their_payloads()
    {
        using var socket = Bind();
        using var peer = new TestPeer();
        Parallel.For(0, 4, thread =>
        {
            for (var i = 0; i < 50; i++)
            {
                var payload = Enumerable.Repeat((byte)thread, 100 + thread).ToArray();
                socket.Send(payload, peer.Endpoint);
                socket.Send(payload, [peer.Endpoint]);
            }
        });

        var received = Enumerable.Range(0, 400).Select(_ => peer.Receive()).ToList();

        Assert.All(received, bytes => Assert.Equal(Enumerable.Repeat(bytes[0], 100 + bytes[0]), bytes));
        Assert.All(received.GroupBy(bytes => bytes[0]), group => Assert.Equal(100, group.Count()));
    }
}
