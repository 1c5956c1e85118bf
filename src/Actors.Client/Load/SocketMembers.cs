using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Actors.Client.Load.Linux;
using Actors.Client.Network;
using Actors.Datagrams;

namespace Actors.Client.Load;

/// <summary>
/// Members with a socket each, connected to the hub: what works towards any host, from any system. It takes more of this machine than
/// <see cref="LoopbackMembers"/>, and an open file for each member.
/// </summary>
internal sealed class SocketMembers : ILoadMembers
{
    private const int Slots = 64;

    private readonly Socket[] _sockets;
    private readonly IReadySockets _watched;
    private readonly int[] _ready = new int[Slots];
    private readonly byte[] _payloads;
    private readonly int _bytes;
    private readonly int[] _lengths = new int[Slots];
    private readonly int[] _heardBy = new int[Slots];
    private int _left; // of those that were ready

    /// <summary>Opens the sockets.</summary>
    /// <param name="options">The load.</param>
    /// <exception cref="ClientFault">This machine has not enough of them, or no way to the hub.</exception>
    public SocketMembers(LoadOptions options)
    {
        _bytes = options.Payload + (LoadLine.MostHeard - LoadLine.MostBytes);
        _payloads = new byte[Slots * _bytes];
        _sockets = new Socket[options.Members];
        var opened = 0;
        try
        {
            for (; opened < _sockets.Length; opened++)
            {
                var socket = new Socket(options.Target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
                _sockets[opened] = socket;
                socket.Connect(options.Target);
                socket.Blocking = false;
            }
        }
        catch (SocketException fault)
        {
            CloseAll();
            throw fault.SocketErrorCode == SocketError.TooManyOpenSockets
                ? new ClientFault(ExitCode.System, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{opened} of {options.Members} sockets, then the limit of open files: raise it (ulimit -Hn), or play fewer members"))
                : SocketFaults.Of(fault.SocketErrorCode, EndpointKey.From(options.Target), 0);
        }

        _watched = OperatingSystem.IsLinux() ? new EpollSockets(_sockets) : new SelectedSockets(_sockets);
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
        if (_left == 0) _left = _watched.Wait(_ready, Math.Max(0, atMost));
        var received = 0;
        while (received < Slots && _left > 0)
        {
            var member = _ready[_left - 1];
            _lengths[received] = _sockets[member].Receive(_payloads.AsSpan(received * _bytes, _bytes), SocketFlags.None, out var error);
            _heardBy[received] = member;
            if (error == SocketError.Success) received++;
            else _left--; // nothing more, or word that nobody listens, which silence will tell
        }

        Received += received;
        return received;
    }

    public int MemberOf(int index) => _heardBy[index];

    public ReadOnlySpan<byte> DatagramOf(int index) => _payloads.AsSpan(index * _bytes, _lengths[index]);

    public void Dispose()
    {
        _watched.Dispose();
        CloseAll();
    }

    private void CloseAll()
    {
        foreach (var socket in _sockets) socket?.Dispose();
    }
}
