using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Actors.Client.Network;
using Actors.Datagrams;

namespace Actors.Client.Load;

/// <summary>
/// Members with a socket each, connected to the hub: what works towards any host, from any system. It takes more of this machine than
/// <see cref="Linux.LoopbackMembers"/>, and an open file for each member.
/// </summary>
internal sealed class SocketMembers : ILoadMembers
{
    private const int Slots = 64;

    private readonly Socket[] _sockets;
    private readonly Dictionary<Socket, int> _members = [];
    private readonly List<Socket> _ready = [];
    private readonly byte[] _payloads;
    private readonly int _bytes;
    private readonly int[] _lengths = new int[Slots];
    private readonly int[] _heardBy = new int[Slots];

    /// <summary>Opens the sockets.</summary>
    /// <param name="options">The load.</param>
    /// <exception cref="ClientFault">This machine has not enough of them, or no way to the hub.</exception>
    public SocketMembers(LoadOptions options)
    {
        _bytes = options.Payload + (LoadLine.MostHeard - LoadLine.MostBytes);
        _payloads = new byte[Slots * _bytes];
        _sockets = new Socket[options.Members];
        try
        {
            for (var member = 0; member < _sockets.Length; member++)
            {
                var socket = new Socket(options.Target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
                _sockets[member] = socket;
                socket.Connect(options.Target);
                socket.Blocking = false;
                _members.Add(socket, member);
            }
        }
        catch (SocketException fault)
        {
            var opened = _members.Count;
            Dispose();
            throw fault.SocketErrorCode == SocketError.TooManyOpenSockets
                ? new ClientFault(ExitCode.System, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{opened} of {options.Members} sockets, then the limit of open files: raise it (ulimit -Hn), or play fewer members"))
                : SocketFaults.Of(fault.SocketErrorCode, EndpointKey.From(options.Target), 0);
        }

        Description = string.Create(CultureInfo.InvariantCulture, $"{_sockets.Length} sockets");
    }

    public string Description { get; }

    public string? Concern => null;

    public long KernelDropped => _sockets.Sum(SocketDrops.Of);

    public long Sent { get; private set; }

    public long Refused { get; private set; }

    public long Received { get; private set; }

    public long Strangers => 0; // a connected socket hears its peer only

    public EndpointKey EndpointOf(int member) => EndpointKey.From((IPEndPoint)_sockets[member].LocalEndPoint!);

    public void Send(int member, ReadOnlySpan<byte> payload)
    {
        _sockets[member].Send(payload, SocketFlags.None, out var error);
        if (error == SocketError.Success) Sent++;
        else Refused++;
    }

    public void Flush()
    {
        // Each was sent at once.
    }

    public int Receive(long atMost)
    {
        if (_ready.Count == 0) Wait(Math.Max(0, atMost));
        var received = 0;
        while (received < Slots && _ready.Count > 0)
        {
            var socket = _ready[^1];
            _lengths[received] = socket.Receive(_payloads.AsSpan(received * _bytes, _bytes), SocketFlags.None, out var error);
            _heardBy[received] = _members[socket];
            if (error == SocketError.Success) received++;
            else _ready.RemoveAt(_ready.Count - 1); // nothing left, or word that nobody listens, which silence will tell
        }

        Received += received;
        return received;
    }

    public int MemberOf(int index) => _heardBy[index];

    public ReadOnlySpan<byte> DatagramOf(int index) => _payloads.AsSpan(index * _bytes, _lengths[index]);

    public void Dispose()
    {
        foreach (var socket in _sockets) socket?.Dispose();
    }

    private void Wait(long nanoseconds)
    {
        _ready.AddRange(_sockets);
        Socket.Select(_ready, null, null, TimeSpan.FromMicroseconds(nanoseconds / 1_000));
    }
}
