using System.Net.Sockets;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>The services that answer each datagram, by plain sockets.</summary>
public sealed class ServiceTests(ServiceHub fixture) : IClassFixture<ServiceHub>
{
    private readonly RunningHub _hub = fixture.Hub;

    [Fact]
    public void The_ready_line_names_each_service_with_its_port() => Assert.Matches(
        @"^ready: chat udp 127\.0\.0\.1:\d+ room lobby; echo udp 127\.0\.0\.1:\d+ service echo; time udp .* service time; "
            + "prefix udp .* service prefix; desk udp .* service desk; canned udp .* service canned$",
        _hub.ReadyLine);

    [Theory]
    [InlineData("hello", "HELLO")]
    [InlineData("", "")]
    [InlineData("a line\n", "A LINE\n")]
    [InlineData("quit", "QUIT")]
    [InlineData("grüße 你好", "GRüßE 你好")]
    public void Echo_gives_the_bytes_back_in_capitals(string text, string reply)
    {
        using var ann = _hub.User("echo");
        ann.Says(text);
        ann.Hears(reply);
    }

    [Fact]
    public void Echo_gives_back_the_largest_datagram_and_every_byte()
    {
        using var ann = _hub.User("echo");
        var bytes = new byte[65_507];
        new Random(1).NextBytes(bytes);
        ann.Says(bytes);
        Assert.Equal(bytes.Select(b => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b), ann.HearsBytes());
    }

    [Fact]
    public void Echo_answers_each_datagram_with_one_in_order_and_with_its_boundaries()
    {
        using ChatUser ann = _hub.User("echo"), bob = _hub.User("echo");
        for (var round = 0; round < 20; round++)
        {
            // 20 at once fit any socket's buffer.
            for (var n = 0; n < 20; n++)
            {
                ann.Says(n % 5 == 0 ? "" : $"a{n}");
                bob.Says($"b{n}");
            }

            for (var n = 0; n < 20; n++)
            {
                ann.Hears(n % 5 == 0 ? "" : $"A{n}");
                bob.Hears($"B{n}");
            }
        }
    }

    [Theory]
    [InlineData("hello", "server send data:hello")]
    [InlineData("", "server send data:")]
    [InlineData("quit\n", "server send data:quit\n")]
    public void Prefix_gives_the_bytes_back_behind_its_text(string text, string reply)
    {
        using var ann = _hub.User("prefix");
        ann.Says(text);
        ann.Hears(reply);
    }

    [Fact]
    public async Task Prefix_ends_the_session_of_who_says_q_without_an_answer_and_begins_another_by_the_next_datagram()
    {
        using ChatUser ann = _hub.User("prefix"), bob = _hub.User("prefix");
        foreach (var user in new[] { ann, bob })
        {
            user.Says("hello");
            user.Hears("server send data:hello");
        }

        ann.Says("q");
        await Wait.Until("she is out", () => !_hub.Lists(ann));
        Assert.True(_hub.Lists(bob));
        ann.Says("again");
        ann.Hears("server send data:again");
        Assert.True(ann.HasHeardNothing);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("quit")]
    public void Canned_answers_everything_by_the_same_bytes(string text)
    {
        using var ann = _hub.User("canned");
        ann.Says(text);
        ann.Hears("xxxx");
    }

    [Fact]
    public void Time_answers_an_empty_datagram_with_date_and_time_and_refuses_what_is_too_long()
    {
        using var ann = _hub.User("time");
        ann.Says("");
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", ann.Hears());
        ann.Says("现在是%Y年 %Q %5d");
        Assert.Matches("^现在是[0-9]{4}年 %Q %5d$", ann.Hears());
        ann.Says(string.Concat(Enumerable.Repeat("%c", 30_000)));
        ann.Hears("reply too long: 720000 bytes, at most 1024 allowed");
    }

    [Fact]
    public void A_datagram_of_every_length_is_answered_and_the_other_services_do_not_notice()
    {
        foreach (var service in new[] { "echo", "time", "prefix", "canned" })
        {
            using var ann = _hub.User(service);
            foreach (var length in new[] { 1, 1_023, 1_472, 1_473, 2_049, 65_489, 65_490, 65_491, 65_507 })
            {
                ann.Says(new byte[length]);
                ann.HearsBytes();
            }
        }
    }

    [Fact]
    public void A_service_may_listen_on_ipv6_too()
    {
        using var hub = new RunningHub([.. ServiceHub.Listener("six", "echo"), "--set", "hub.listeners.six.host=::1"]);
        using var ann = hub.User("six");
        ann.Says("hello");
        ann.Hears("HELLO");
    }

    [Fact]
    public async Task Where_the_operator_wants_that_a_q_closes_the_whole_service_and_nothing_else()
    {
        using var hub = new RunningHub([.. ServiceHub.Listener("five", "prefix"), "--set", "hub.listeners.five.stop-on-q=on"]);
        using ChatUser ann = hub.User("five"), bob = hub.User("five");
        ann.Says("hello");
        ann.Hears("server send data:hello");
        bob.Says("q");

        // A connected socket is told by the system that nobody listens any more (ICMP, port unreachable).
        using var connected = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        connected.Connect(hub.Of("five"));
        await Wait.Until("the port is closed", () => IsRefused(connected));

        using var cid = hub.User().Joins();
        Assert.Contains(hub.Ask("stats"), line => line.StartsWith("left service-stopped", StringComparison.Ordinal));
        Assert.False(hub.Lists(bob));
        hub.Process.Type("quit");
        cid.Hears("Bye!");
        Assert.Equal(0, hub.Process.WaitForExit());
    }

    [Fact]
    public void A_service_that_is_slow_keeps_two_hundred_waiting_no_longer_than_one()
    {
        // One after the other, they would take 200 s.
        using var hub = new RunningHub([.. ServiceHub.Listener("slow", "canned"), "--set", "hub.listeners.slow.delay=1s"]);
        var contacts = Enumerable.Range(0, 200).Select(_ => hub.User("slow")).ToList();
        contacts.ForEach(contact => contact.Says("hello"));
        contacts.ForEach(contact => contact.Hears("xxxx"));
        contacts.ForEach(contact => contact.Vanishes());
    }

    private static bool IsRefused(Socket connected)
    {
        try
        {
            connected.Send("x"u8);
            return connected.Poll(0, SelectMode.SelectRead) && connected.Receive(new byte[1_024]) < 0;
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.ConnectionRefused or SocketError.ConnectionReset)
        {
            return true;
        }
    }
}
