using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit.Sdk;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>A program with a plain datagram socket, as one would write it in ten lines of Python.</summary>
public sealed class ChatUser : IDisposable
{
    private readonly Socket _socket;
    private readonly IPEndPoint _hub;
    private readonly byte[] _buffer = new byte[65_535];

    public ChatUser(IPEndPoint hub)
    {
        _hub = hub;
        _socket = new Socket(hub.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = (int)Wait.Bound.TotalMilliseconds };
        _socket.Bind(new IPEndPoint(hub.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Loopback : IPAddress.IPv6Loopback, 0));
        Name = _socket.LocalEndPoint!.ToString()!;
    }

    /// <summary>As the hub names it: 127.0.0.1:40312, [::1]:40312.</summary>
    public string Name { get; }

    /// <summary>Nothing that the hub has sent waits to be read.</summary>
    public bool HasHeardNothing
    {
        get
        {
            while (_socket.Available > 0)
            {
                if (IsHubs(Receive(SocketFlags.Peek).From)) return false;
                Receive(SocketFlags.None);
            }

            return true;
        }
    }

    public void Says(string text) => Says(Encoding.UTF8.GetBytes(text));

    public void Says(ReadOnlySpan<byte> bytes) => _socket.SendTo(bytes, _hub);

    /// <summary>The next datagram; a failure where none comes within the bound.</summary>
    public byte[] HearsBytes()
    {
        try
        {
            while (true)
            {
                var (length, from) = Receive(SocketFlags.None);
                if (IsHubs(from)) return _buffer[..length];
            }
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            throw new XunitException($"{Name} heard nothing for {Wait.Bound.TotalSeconds} s.");
        }
    }

    // The port may have been another test's, whose hub does not know yet that its owner is gone.
    private bool IsHubs(EndPoint from) => from.Equals(_hub);

    private (int Length, EndPoint From) Receive(SocketFlags flags)
    {
        EndPoint from = _hub;
        var length = _socket.ReceiveFrom(_buffer, flags, ref from);
        return (length, from);
    }

    public string Hears() => Encoding.UTF8.GetString(HearsBytes());

    public void Hears(string text) => Assert.Equal(text, Hears());

    /// <summary>Hears <c>Ack TEXT. from IP:PORT</c>, with the text as the hub is to show it.</summary>
    public void HearsAck(string text, ChatUser from) => Hears($"Ack {text}. from {from.Name}");

    /// <summary>Joins by saying hello, and hears it back.</summary>
    public ChatUser Joins()
    {
        Says("hello");
        HearsAck("HELLO", this);
        return this;
    }

    /// <summary>
    /// Says something and hears it back, three times over: by then the hub has dealt with every datagram that it had received before, and
    /// what was to come of it has come.
    /// </summary>
    public void Settles()
    {
        for (var round = 1; round <= 3; round++)
        {
            Says($"round {round}");
            while (Hears() != $"Ack ROUND {round}. from {Name}") { }
        }
    }

    /// <summary>Is gone without a word, as a program that crashed.</summary>
    public void Vanishes() => _socket.Dispose();

    /// <summary>Leaves: the system may soon give its port to another user, who must not find itself a member already.</summary>
    public void Dispose()
    {
        if (_socket.SafeHandle.IsClosed) return;
        Says("quit");
        _socket.Dispose();
    }
}
