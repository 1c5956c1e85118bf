using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit.Sdk;

namespace Actors.Client.Tests.Fixtures;

/// <summary>A group chat on a plain socket whose every delivery the test decides on: 0, 1 or more times, now or after the next message.</summary>
internal sealed class FakeHub : IDisposable
{
    private readonly Socket _socket;
    private readonly Func<int, int, int> _times;
    private readonly Func<int, int, bool> _later;
    private readonly List<EndPoint> _members = [];
    private readonly List<(byte[] Answer, EndPoint To)> _held = [];
    private readonly Thread _thread;
    private int _message;

    /// <summary>Starts it.</summary>
    /// <param name="times">How often a message (by its number) reaches a member (by its place); once unless told otherwise.</param>
    /// <param name="later">Whether it does so after the next message.</param>
    /// <param name="at">Where.</param>
    public FakeHub(Func<int, int, int>? times = null, Func<int, int, bool>? later = null, IPAddress? at = null)
    {
        (_times, _later) = (times ?? ((_, _) => 1), later ?? ((_, _) => false));
        at ??= IPAddress.Loopback;
        _socket = new Socket(at.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 4 * 1024 * 1024 };
        _socket.Bind(new IPEndPoint(at, 0));
        _thread = new Thread(Serve) { IsBackground = true, Name = "fake hub" };
        _thread.Start();
    }

    public string Address => _socket.LocalEndPoint!.ToString()!;

    /// <summary>Waits until every member has left.</summary>
    public void WaitUntilEmpty()
    {
        var watch = Stopwatch.StartNew();
        lock (_members)
        {
            while (_members.Count > 0)
            {
                var left = Bound.Time - watch.Elapsed;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_members, left)) throw new XunitException($"{_members.Count} members have not left.");
            }
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _thread.Join(Bound.Time);
    }

    private void Serve()
    {
        var buffer = new byte[65_535];
        EndPoint from = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        try
        {
            while (true)
            {
                var text = Encoding.ASCII.GetString(buffer, 0, _socket.ReceiveFrom(buffer, ref from));
                lock (_members) Hear(text, from);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private void Hear(string text, EndPoint from)
    {
        if (text == "quit")
        {
            _members.Remove(from);
            Monitor.PulseAll(_members);
            return;
        }

        if (!_members.Contains(from)) _members.Add(from);
        if (text == "^hb^") return;
        var answer = Encoding.ASCII.GetBytes($"Ack {text.ToUpperInvariant()}. from {from}");
        var held = _held.ToArray();
        _held.Clear();
        for (var place = 0; place < _members.Count; place++)
        {
            if (_later(_message, place)) _held.Add((answer, _members[place]));
            else for (var time = _times(_message, place); time > 0; time--) _socket.SendTo(answer, _members[place]);
        }

        foreach (var (late, to) in held) _socket.SendTo(late, to);
        _message++;
    }
}
