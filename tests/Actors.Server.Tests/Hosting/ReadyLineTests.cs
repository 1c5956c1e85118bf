using System.Net;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Server.Hosting;

namespace Actors.Server.Tests.Hosting;

public class ReadyLineTests
{
    [Fact]
    public void It_names_every_listener_with_its_real_port()
    {
        using var one = Listener("chat", IPAddress.Loopback, "chat", "lobby");
        using var two = Listener("two", IPAddress.Loopback, "echo", "hall");
        Assert.NotEqual(0, one.Port);
        Assert.Equal(
            $"ready: chat udp 127.0.0.1:{one.Port} room lobby; two udp 127.0.0.1:{two.Port} service echo",
            ReadyLine.For([one.Bound, two.Bound]));
    }

    [Fact]
    public void An_IPv6_address_is_in_brackets()
    {
        using var one = Listener("chat", IPAddress.IPv6Loopback, "chat", "lobby");
        Assert.Equal($"ready: chat udp [::1]:{one.Port} room lobby", ReadyLine.For([one.Bound]));
        var hint = string.Join('\n', ReadyLine.Hint([one.Bound], consoleIsOn: false));
        Assert.Contains($"nc -u ::1 {one.Port}", hint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hint_beats_well_within_the_interval_and_reaches_a_hub_on_all_addresses()
    {
        using var one = Listener("chat", IPAddress.Any, "chat", "lobby");
        var hint = ReadyLine.Hint([one.Bound], consoleIsOn: true).ToList();
        Assert.Contains($"while sleep 4; do echo '^hb^'; done & cat; }} | nc -u 127.0.0.1 {one.Port}", hint[1], StringComparison.Ordinal);
        Assert.Contains("help", hint[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_chat_there_is_nothing_to_try()
    {
        using var one = Listener("echo", IPAddress.Loopback, "echo", "lobby");
        Assert.Empty(ReadyLine.Hint([one.Bound], consoleIsOn: false));
    }

    private static OpenListener Listener(string name, IPAddress host, string service, string room) => new(
        new ListenerOptions(name, new EndpointKey(host, 0), service, new RoomName(room), TimeSpan.FromSeconds(10)));

    private sealed class OpenListener(ListenerOptions options) : IDisposable
    {
        public BoundListener Bound { get; } = new(options, DatagramSocket.Bind(options.Local));

        public int Port => Bound.LocalEndpoint.Port;

        public void Dispose() => Bound.Dispose();
    }
}
