using System.Net;
using System.Net.Sockets;

namespace Actors.Datagrams.Tests.Contract;

/// <summary>A stranger with a plain socket: what it expects and does not get within 5 s fails the test.</summary>
internal sealed class TestPeer : IDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[65_535];

    public TestPeer(string address = "127.0.0.1")
    {
        var local = new IPEndPoint(IPAddress.Parse(address), 0);
        _socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveTimeout = 5_000,
            ReceiveBufferSize = 4 << 20,
        };
        _socket.Bind(local);
        Endpoint = EndpointKey.From((IPEndPoint)_socket.LocalEndPoint!);
    }

    public EndpointKey Endpoint { get; }

    public bool HasMail => _socket.Poll(0, SelectMode.SelectRead);

    /// <summary>A port on which nobody listens.</summary>
    public static EndpointKey Nobody()
    {
        using var peer = new TestPeer();
        return peer.Endpoint;
    }

    public void Send(ReadOnlySpan<byte> payload, EndpointKey to) => _socket.SendTo(payload, to.ToIPEndPoint());

    public byte[] Receive() => ReceiveFrom().Bytes;

    public (byte[] Bytes, EndpointKey From) ReceiveFrom()
    {
        EndPoint from = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        var length = _socket.ReceiveFrom(_buffer, ref from);
        return (_buffer[..length], EndpointKey.From((IPEndPoint)from));
    }

    public void Dispose() => _socket.Dispose();
}
