using Actors.Datagrams;

namespace Samples;

/// <summary>One port heard by several threads (Linux): each peer's datagrams come to the same one of them, in order.</summary>
public sealed class Shards : IDisposable
{
    private readonly DatagramPool _pool = new(capacity: 4_096);
    private readonly List<IDatagramSocket> _sockets = [];
    private readonly List<UdpReceiveLoop> _loops = [];

    /// <summary>Binds and starts them.</summary>
    /// <param name="local">Where; port 0 takes a free one.</param>
    /// <param name="count">How many.</param>
    /// <param name="deliver">Gets the shard's socket and each batch, on the shard's thread; owns the batch then.</param>
    public Shards(EndpointKey local, int count, Action<IDatagramSocket, DatagramBatch> deliver)
    {
        for (var i = 0; i < count; i++)
        {
            var socket = DatagramSocket.Bind(i == 0 ? local : _sockets[0].LocalEndpoint, new() { ReusePort = true });
            var loop = new UdpReceiveLoop(socket, _pool, batch => deliver(socket, batch), TimeProvider.System.GetUtcNow, $"shard {i}");
            _sockets.Add(socket);
            _loops.Add(loop);
            loop.Start();
        }
    }

    /// <summary>Where they are bound.</summary>
    public EndpointKey LocalEndpoint => _sockets[0].LocalEndpoint;

    /// <summary>Closes the sockets, which ends the threads.</summary>
    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _loops.ForEach(loop => loop.Dispose());
    }
}
