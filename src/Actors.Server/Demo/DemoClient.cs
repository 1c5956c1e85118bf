using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Actors.Server.Demo;

/// <summary>
/// A client of the demo: a plain socket that says lines, beats, and writes down what it hears. On a thread of its own, so that what is
/// measured is the hub and not our pool.
/// </summary>
internal sealed class DemoClient : IDisposable
{
    private readonly DemoTally _tally;
    private readonly Socket _socket;
    private readonly IPEndPoint _hub;
    private readonly ITimer _beats;
    private readonly HashSet<string> _met = [];

    public DemoClient(string name, string room, IDemoNode node, DemoTally tally, TimeProvider time)
    {
        (Name, Room, Node, _tally, _hub) = (name, room, node.Name, tally, node.Of(room));
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Endpoint = _socket.LocalEndPoint!.ToString()!;
        new Thread(Listen) { IsBackground = true, Name = name }.Start();
        // Several times within a node's interval.
        _beats = time.CreateTimer(_ => Send("^hb^"), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }

    public string Name { get; }

    public string Room { get; }

    /// <summary>The node that it sends to.</summary>
    public string Node { get; }

    /// <summary>As the hub names it.</summary>
    public string Endpoint { get; }

    /// <summary>Says something that everyone of these must hear, and gives the words by which it is written down.</summary>
    public string Says(string words, IEnumerable<DemoClient> hearers)
    {
        var text = $"{Name}: {words}".ToUpperInvariant();
        _tally.Say(text, hearers.Select(hearer => hearer.Name));
        Send($"{Name}: {words}");
        return text;
    }

    /// <summary>Calls out, to be met.</summary>
    public void Calls() => Send($"{Name}: ?");

    /// <summary>Whether it has heard that one call.</summary>
    public bool HasMet(DemoClient other)
    {
        lock (_met) return _met.Contains(other.Endpoint);
    }

    public void Dispose()
    {
        _beats.Dispose();
        _socket.Dispose();
    }

    private void Send(string text)
    {
        try
        {
            _socket.SendTo(Encoding.UTF8.GetBytes(text), _hub);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The node is gone, or we are: what is not heard counts as lost.
        }
    }

    /// <summary><c>Ack ANN: WORDS. from 127.0.0.1:40312</c></summary>
    private void Listen()
    {
        var buffer = new byte[2_048];
        try
        {
            while (true)
            {
                var line = Encoding.UTF8.GetString(buffer, 0, _socket.Receive(buffer));
                var end = line.LastIndexOf(". from ", StringComparison.Ordinal);
                if (!line.StartsWith("Ack ", StringComparison.Ordinal) || end < 4) continue;
                _tally.Hear(line[4..end], Name);
                lock (_met) _met.Add(line[(end + ". from ".Length)..]);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }
}
