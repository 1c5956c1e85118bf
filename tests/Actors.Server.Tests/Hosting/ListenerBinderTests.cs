using System.Net;
using System.Net.Sockets;
using Actors.Datagrams;
using Actors.Server.Configuration;
using Actors.Server.Hosting;
using Actors.Server.Tests.Configuration;

namespace Actors.Server.Tests.Hosting;

public class ListenerBinderTests
{
    [Fact]
    public void Every_listener_is_bound_in_order()
    {
        var (bound, fault) = ListenerBinder.Bind(ConfigFolder.Options("hub.listeners.b.port = 0\nhub.listeners.a.port = 0").Enabled);
        Assert.Null(fault);
        Assert.Equal(["b", "a"], bound.Select(l => l.Options.Name));
        foreach (var listener in bound)
            listener.Dispose();
    }

    [Fact]
    public void A_port_that_is_taken_is_the_system_s_refusal_and_leaves_nothing_open()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        using var free = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var freePort = ((IPEndPoint)free.LocalEndPoint!).Port;
        free.Close();

        var options = ConfigFolder.Options("", $"hub.listeners.a.port={freePort}", $"hub.listeners.b.port={port}");
        var (bound, fault) = ListenerBinder.Bind(options.Enabled);
        Assert.Empty(bound);
        Assert.Equal(ExitCodes.SystemRefused, fault!.ExitCode);
        Assert.Matches(
            $@"^error: listener b \(--set hub\.listeners\.b\.port={port}\): udp 127\.0\.0\.1:{port} is taken by another program; "
                + @"end that one, or choose another port, say --set hub\.listeners\.b\.port=\d+ \(0 takes a free one\)$",
            fault.ToString());
        using var again = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        again.Bind(new IPEndPoint(IPAddress.Loopback, freePort));
    }

    [Fact]
    public void An_address_that_is_not_this_machine_s_is_refused()
    {
        // 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
        var (_, fault) = ListenerBinder.Bind(ConfigFolder.Options("", "hub.listeners.chat.host=192.0.2.1").Enabled);
        Assert.Equal(
            "error: listener chat (--set hub.listeners.chat.host=192.0.2.1): udp 192.0.2.1:9999 is not an address of this machine; "
                + "choose another host, say --set hub.listeners.chat.host=127.0.0.1 (ip address lists this machine's)",
            fault!.ToString());
        Assert.Equal(ExitCodes.SystemRefused, fault.ExitCode);
    }

    [Fact]
    public void A_listener_may_have_several_sockets_on_one_port_and_no_second_hub_may_have_them_too()
    {
        var (bound, fault) = ListenerBinder.Bind(ConfigFolder.Options("", "hub.listeners.a.port=0", "hub.listeners.a.sockets=3").Enabled);
        Assert.Null(fault);
        using var listener = Assert.Single(bound);
        Assert.Equal(3, listener.Sockets.Count);
        Assert.All(listener.Sockets, socket => Assert.Equal(listener.LocalEndpoint, socket.LocalEndpoint));

        var again = ConfigFolder.Options("", $"hub.listeners.a.port={listener.LocalEndpoint.Port}", "hub.listeners.a.sockets=3");
        Assert.Contains("is taken by another program", ListenerBinder.Bind(again.Enabled).Fault!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_sockets_cannot_share_a_port_the_operator_hears_the_key_and_the_mend()
    {
        var options = ConfigFolder.Options("", "hub.listeners.a.port=0", "hub.listeners.a.sockets=2");
        var (bound, fault) = ListenerBinder.Bind(options.Enabled, (local, how) =>
            how is { ReusePort: true } ? throw new PlatformNotSupportedException() : DatagramSocket.Bind(local, how));
        Assert.Empty(bound);
        Assert.Equal(
            "error: hub.listeners.a.sockets: 2 sockets would share a port, which this system does not let them; "
                + "write hub.listeners.a.sockets = 1",
            fault!.ToString());
        Assert.Equal(ExitCodes.SystemRefused, fault.ExitCode);
    }
}
