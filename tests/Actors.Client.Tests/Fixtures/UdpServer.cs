using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit.Sdk;

namespace Actors.Client.Tests.Fixtures;

/// <summary>A service with a plain socket on a free port, in a thread of its own: what it does with a datagram, the test says.</summary>
internal sealed class UdpServer : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly List<byte[]> _received = [];
    private readonly Func<byte[], IPEndPoint, IEnumerable<byte[]>> _answer;
    private readonly Thread _thread;

    public UdpServer(Func<byte[], IEnumerable<byte[]>> answer)
        : this((datagram, _) => answer(datagram))
    {
    }

    public UdpServer(Func<byte[], IPEndPoint, IEnumerable<byte[]>> answer)
    {
        _answer = answer;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _thread = new Thread(Serve) { IsBackground = true, Name = "server" };
        _thread.Start();
    }

    public string Address => _socket.LocalEndPoint!.ToString()!;

    public IReadOnlyList<string> Received
    {
        get
        {
            lock (_received) return [.. _received.Select(Encoding.UTF8.GetString)];
        }
    }

    /// <summary>Answers ASCII letters uppercased, as the echo listener.</summary>
    public static UdpServer Echo() => new(datagram => [Upper(datagram)]);

    /// <summary>Answers what is said as the hub does, to the one who said it; heartbeats and quit by nothing.</summary>
    public static UdpServer Hub() => new(datagram => Encoding.UTF8.GetString(datagram).Trim() is "^hb^" or "quit"
        ? []
        : [[.. "Ack "u8, .. Upper(datagram), .. ". from 127.0.0.1:40312"u8]]);

    public static UdpServer Silent() => new(_ => []);

    public static UdpServer Saying(string answer) => new(_ => [Encoding.UTF8.GetBytes(answer)]);

    /// <summary>A service that has died.</summary>
    public static UdpServer Dead()
    {
        var server = Silent();
        server.Die();
        return server;
    }

    /// <summary>
    /// Hears nobody from now on, and who asks is refused, as if the program had ended: a socket that is connected takes its peer's
    /// datagrams only. But the port stays ours, so that no other test is given it meanwhile.
    /// </summary>
    public void Die() => _socket.Connect(IPAddress.Loopback, 1);

    public void WaitFor(string datagram) => WaitUntil(received => received.Contains(datagram), $"'{datagram}'");

    public void WaitUntil(Func<IReadOnlyList<string>, bool> condition, string reason)
    {
        var watch = Stopwatch.StartNew();
        lock (_received)
        {
            while (!condition(Received))
            {
                var left = Bound.Time - watch.Elapsed;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_received, left))
                    throw new XunitException($"The server waited in vain for {reason}. So far: {string.Join(" | ", Received)}");
            }
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _thread.Join(Bound.Time);
    }

    private static byte[] Upper(byte[] datagram) => [.. datagram.Select(b => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b)];

    private void Serve()
    {
        var buffer = new byte[65_535];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        try
        {
            while (true)
            {
                var datagram = buffer[.._socket.ReceiveFrom(buffer, ref from)];
                foreach (var answer in _answer(datagram, (IPEndPoint)from)) _socket.SendTo(answer, from);
                lock (_received)
                {
                    _received.Add(datagram);
                    Monitor.PulseAll(_received);
                }
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
