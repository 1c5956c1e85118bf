using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Server.Demo;

namespace Actors.MultiNode.Soak;

/// <summary>A member: says numbers, and writes down which numbers it hears.</summary>
internal sealed class SoakMember : IDisposable
{
    private readonly Socket _socket;
    private readonly IPEndPoint _hub;
    private readonly SoakTally _tally;
    private readonly Latencies _latencies;
    private readonly HashSet<string> _met = [];

    public SoakMember(string room, IDemoNode node, SoakTally tally, Latencies latencies)
    {
        (Room, Node, _hub, _tally, _latencies) = (room, node.Name, node.Of(room), tally, latencies);
        // Room for what comes while this process waits for a core: what the kernel drops here, the hub did send.
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 4 << 20 };
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Endpoint = _socket.LocalEndPoint!.ToString()!;
        _ = ListenAsync();
    }

    public string Room { get; }

    public string Node { get; }

    public string Endpoint { get; }

    public void Says(IReadOnlyList<SoakMember> hearers) =>
        Send(_tally.Say(this, hearers, Stopwatch.GetTimestamp()).ToString(CultureInfo.InvariantCulture));

    /// <summary>Calls out, to be met.</summary>
    public void Calls() => Send("?");

    /// <summary>Whether it has heard that one.</summary>
    public bool HasMet(SoakMember other)
    {
        lock (_met) return _met.Contains(other.Endpoint);
    }

    public void Dispose() => _socket.Dispose();

    private void Send(string text)
    {
        try
        {
            _socket.SendTo(Encoding.ASCII.GetBytes(text), _hub);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Its node is gone; what is not heard is counted.
        }
    }

    /// <summary><c>Ack 17. from 127.0.0.1:40312</c></summary>
    private async Task ListenAsync()
    {
        var buffer = new byte[1_024];
        try
        {
            while (true)
            {
                var line = Encoding.ASCII.GetString(buffer, 0, await _socket.ReceiveAsync(buffer));
                var now = Stopwatch.GetTimestamp();
                var end = line.IndexOf(". from ", StringComparison.Ordinal);
                if (end < 4) continue;
                if (!int.TryParse(line.AsSpan(4, end - 4), CultureInfo.InvariantCulture, out var number))
                {
                    lock (_met) _met.Add(line[(end + ". from ".Length)..]);
                }
                else if (_tally.Hear(number, this) is var (saidAt, node))
                {
                    _latencies.Add(Stopwatch.GetElapsedTime(saidAt, now), isLocal: node == Node);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }
}
