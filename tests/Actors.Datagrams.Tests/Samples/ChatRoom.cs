using Actors.Datagrams;

namespace Samples;

/// <summary>What one endpoint says, everyone who has spoken hears; in the order in which it came, on one thread.</summary>
public sealed class ChatRoom(IDatagramSocket socket)
{
    private readonly DatagramPool _pool = new(capacity: 256);
    private readonly DatagramBatch _received = new(capacity: 64);
    private readonly PayloadBatch _lines = new();
    private readonly HashSet<EndpointKey> _members = [];
    private DestinationList _everyone = DestinationList.Empty;

    /// <summary>Serves until told to stop, or the socket is closed.</summary>
    public void Run(CancellationToken stop)
    {
        while (socket.Receive(_received, _pool, TimeProvider.System.GetUtcNow, stop) > 0)
        {
            for (var i = 0; i < _received.Count; i++)
            {
                Hear(_received[i]);
            }

            Send();
            _received.Discard(); // gives every datagram back to the pool
        }
    }

    private void Hear(ReceivedDatagram datagram)
    {
        if (_members.Add(datagram.Source))
        {
            Send(); // what was said before is not for the newcomer
            _everyone = new DestinationList([.. _members]);
        }

        if (!_lines.TryAdd(datagram.Bytes))
        {
            Send();
            _lines.TryAdd(datagram.Bytes);
        }
    }

    private void Send()
    {
        socket.Send(_lines, _everyone, first: 0, _everyone.Count);
        _lines.Clear();
    }
}
