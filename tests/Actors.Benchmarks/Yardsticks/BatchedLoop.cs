using System.Net;
using Actors.Datagrams;

namespace Actors.Benchmarks.Yardsticks;

/// <summary>
/// The best that C# does without actors, rooms, limits and eviction: what has come is received at once, and its answers leave at once, one
/// batch for all members.
/// </summary>
internal sealed class BatchedLoop
{
    private const int Most = 64;

    private readonly Dictionary<EndpointKey, byte[]> _members = [];
    private readonly IDatagramSocket _socket;
    private readonly PayloadBatch _answers = new();
    private readonly byte[] _answer = new byte[YardstickChat.LongestAnswer];
    private DestinationList? _list;

    private BatchedLoop(int port) => _socket = DatagramSocket.Bind(new EndpointKey(IPAddress.Loopback, port));

    internal static void Serve(int port)
    {
        var loop = new BatchedLoop(port);
        YardstickChat.Ready(loop._socket.LocalEndpoint.Port);
        var batch = new DatagramBatch(Most);
        var pool = new DatagramPool(Most);
        while (loop._socket.Receive(batch, pool, () => default) > 0)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                loop.Hear(batch[i].Bytes, batch[i].Source);
                batch[i].Release();
            }

            batch.Release();
            loop.Flush();
        }
    }

    private void Hear(ReadOnlySpan<byte> datagram, EndpointKey from)
    {
        if (YardstickChat.IsQuit(datagram))
        {
            Flush();
            if (_members.Remove(from)) _list = null;
            return;
        }

        if (!_members.TryGetValue(from, out var signature))
        {
            Flush();
            signature = YardstickChat.Signature(from);
            _members.Add(from, signature);
            _list = null;
        }

        if (YardstickChat.IsHeartbeat(datagram)) return;
        var answer = _answer.AsSpan(0, YardstickChat.Answer(datagram, signature, _answer));
        if (_answers.TryAdd(answer)) return;
        Flush();
        _answers.TryAdd(answer);
    }

    private void Flush()
    {
        if (_answers.Count == 0) return;
        _list ??= new DestinationList([.. _members.Keys]);
        _socket.Send(_answers, _list, 0, _list.Count);
        _answers.Clear();
    }
}
