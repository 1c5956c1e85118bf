using System.Net;
using System.Net.Sockets;

namespace Actors.Benchmarks.Yardsticks;

/// <summary>The loop that one writes first: receive one, and a <see cref="Socket.SendTo(ReadOnlySpan{byte}, SocketFlags, SocketAddress)"/>
/// for each member.</summary>
internal static class PlainLoop
{
    private const int BufferBytes = 4 * 1024 * 1024;

    internal static void Serve(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.ReceiveBufferSize = BufferBytes;
        socket.SendBufferSize = BufferBytes;
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        var endpoint = (IPEndPoint)socket.LocalEndPoint!;
        YardstickChat.Ready(endpoint.Port);

        var members = new Dictionary<SocketAddress, byte[]>();
        var addresses = Array.Empty<SocketAddress>();
        var from = new SocketAddress(AddressFamily.InterNetwork);
        var datagram = new byte[65_535];
        var answer = new byte[YardstickChat.LongestAnswer];
        while (true)
        {
            var received = datagram.AsSpan(0, socket.ReceiveFrom(datagram, SocketFlags.None, from));
            if (YardstickChat.IsQuit(received))
            {
                if (members.Remove(from)) addresses = [.. members.Keys];
                continue;
            }

            if (!members.TryGetValue(from, out var signature))
            {
                var member = new SocketAddress(AddressFamily.InterNetwork, from.Size);
                from.Buffer.CopyTo(member.Buffer);
                signature = YardstickChat.Signature(endpoint.Create(member));
                members.Add(member, signature);
                addresses = [.. members.Keys];
            }

            if (YardstickChat.IsHeartbeat(received)) continue;
            var length = YardstickChat.Answer(received, signature, answer);
            foreach (var address in addresses) socket.SendTo(answer.AsSpan(0, length), SocketFlags.None, address);
        }
    }
}
