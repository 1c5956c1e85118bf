using System.Net;
using System.Net.Sockets;
using Actors.Datagrams;

namespace Actors.Client.Network;

/// <summary>
/// A socket of our own and one peer. Connected (<c>connect(2)</c>, udp(7)), the system takes datagrams from that peer alone and tells us
/// when nobody listens there; unconnected, ICMP's word reaches nobody and a dead peer is merely silent. One user at a time.
/// </summary>
internal sealed class UdpPeer : IDisposable
{
    // Longer than any datagram, so that none is cut.
    private const int BufferBytes = 65_535;

    // Long enough to take what waits.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly Socket _socket;
    private readonly IPEndPoint _remote;
    private readonly bool _connected;
    private readonly TimeProvider _time;
    private readonly IDatagramTap? _tap;

    private UdpPeer(Socket socket, IPEndPoint remote, bool connected, TimeProvider time, IDatagramTap? tap)
    {
        (_socket, _remote, _connected, _time, _tap) = (socket, remote, connected, time, tap);
        Remote = EndpointKey.From(remote);
        Local = new EndpointKey(LocalAddressTowards(remote), ((IPEndPoint)socket.LocalEndPoint!).Port);
    }

    /// <summary>The peer.</summary>
    public EndpointKey Remote { get; }

    /// <summary>What the peer sees us as, where no address translation is between.</summary>
    public EndpointKey Local { get; }

    /// <summary>Whether a datagram has arrived that was not heard yet; an empty one does not count.</summary>
    public bool HasWaiting => _socket.Available > 0;

    /// <summary>The last one else who sent us something, as an unconnected socket hears it; it is not taken.</summary>
    public Datagram? LastStranger { get; private set; }

    /// <summary>Opens a socket on a free port.</summary>
    /// <param name="remote">The peer.</param>
    /// <param name="connected">Whether to connect it.</param>
    /// <param name="time">Stamps what is received, and ends waits.</param>
    /// <param name="tap">Sees every datagram, or null.</param>
    /// <exception cref="ClientFault">This machine has no way to that address.</exception>
    public static UdpPeer Open(IPEndPoint remote, bool connected, TimeProvider time, IDatagramTap? tap = null)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            if (connected) socket.Connect(remote);
            else socket.Bind(new IPEndPoint(remote.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0));
            return new UdpPeer(socket, remote, connected, time, tap);
        }
        catch (SocketException fault)
        {
            socket?.Dispose();
            throw SocketFaults.Of(fault.SocketErrorCode, EndpointKey.From(remote), 0);
        }
    }

    /// <summary>Sends one datagram.</summary>
    /// <exception cref="ClientFault">The system refused it, or (connected) the peer refused an earlier one.</exception>
    public void Send(ReadOnlySpan<byte> payload)
    {
        var error = TrySend(payload);
        if (error != SocketError.Success) throw SocketFaults.Of(error, Remote, payload.Length);
    }

    /// <summary>Sends one datagram, or says why not.</summary>
    public SocketError TrySend(ReadOnlySpan<byte> payload)
    {
        try
        {
            if (_connected) _socket.Send(payload);
            else _socket.SendTo(payload, _remote);
            _tap?.Sent(Local, Remote, payload);
            return SocketError.Success;
        }
        catch (SocketException fault)
        {
            _tap?.Sent(Local, Remote, payload, $"not sent: {fault.SocketErrorCode}");
            return fault.SocketErrorCode;
        }
    }

    /// <summary>The peer's next datagram.</summary>
    /// <exception cref="ClientFault">(Connected) nobody listens there.</exception>
    /// <exception cref="OperationCanceledException">Told to stop; no datagram is lost by it.</exception>
    public async Task<Datagram> ReceiveAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(_buffer, SocketFlags.None, _remote, stop).ConfigureAwait(false);
                var timestamp = _time.GetTimestamp();
                var from = EndpointKey.From((IPEndPoint)received.RemoteEndPoint);
                var isPeer = IsPeer(from);
                _tap?.Received(Local, from, _buffer.AsSpan(0, received.ReceivedBytes), isPeer ? null : "not taken: from a stranger");
                var datagram = new Datagram(_buffer[..received.ReceivedBytes], from, timestamp);
                if (isPeer) return datagram;
                LastStranger = datagram;
            }
            catch (SocketException fault) when (!_connected && SocketFaults.IsRefusal(fault.SocketErrorCode))
            {
                // Windows tells an unconnected socket too; to be the same everywhere, we do not listen to it.
            }
            catch (SocketException fault)
            {
                throw SocketFaults.Of(fault.SocketErrorCode, Remote, 0);
            }
        }
    }

    /// <summary>The peer's next datagram, or null when it is silent for so long.</summary>
    /// <exception cref="ClientFault">(Connected) nobody listens there.</exception>
    public async Task<Datagram?> HearAsync(TimeSpan atMost, CancellationToken stop)
    {
        using var silence = new CancellationTokenSource(atMost > Least ? atMost : Least, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, stop);
        try
        {
            return await ReceiveAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _socket.Dispose();

    // A scope id says through which interface, not who.
    private bool IsPeer(EndpointKey from) => from.Port == Remote.Port &&
        (from.Equals(Remote) || from.Address.GetAddressBytes().AsSpan().SequenceEqual(Remote.Address.GetAddressBytes()));

    // An unconnected socket is bound to every address; which one the peer will see is the routing table's choice, asked by a connect of
    // another socket, which sends nothing.
    private IPAddress LocalAddressTowards(IPEndPoint remote)
    {
        if (_connected) return ((IPEndPoint)_socket.LocalEndPoint!).Address;
        using var route = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        route.Connect(remote);
        return ((IPEndPoint)route.LocalEndPoint!).Address;
    }
}
