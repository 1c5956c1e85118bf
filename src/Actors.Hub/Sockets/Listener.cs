using System.Globalization;
using Actors.Datagrams;
using Actors.Hub.Observing;

namespace Actors.Hub.Sockets;

/// <summary>What the <see cref="SocketActor"/>s of one listener have in common; it outlives their restarts.</summary>
internal sealed class Listener : IDisposable
{
    private volatile bool _isHushed;

    public Listener(BoundListener bound, DatagramPool pool, ListenerWatch watch, Outbox outbox, OwnEndpoints own)
    {
        Options = bound.Options;
        Watch = watch;
        Outbox = outbox;
        Own = own;
        Shards = [.. bound.Sockets.Select((socket, i) => new Shard(this, socket, Name(bound.Options, i + 1), pool))];
    }

    public ListenerOptions Options { get; }

    public ListenerWatch Watch { get; }

    /// <summary>What waits to be sent, and how it is sent; the first shard's actor's alone.</summary>
    public Outbox Outbox { get; }

    /// <summary>What no peer's datagram can come from.</summary>
    public OwnEndpoints Own { get; }

    /// <summary>Its sockets, at least one.</summary>
    public IReadOnlyList<Shard> Shards { get; }

    /// <summary>Whether what peers have said is dropped and counted, since the hub has its last word to say.</summary>
    public bool IsHushed => _isHushed;

    /// <summary>Makes way for the hub's last word: see <see cref="IsHushed"/>.</summary>
    public void Hush() => _isHushed = true;

    /// <summary>Closes every socket.</summary>
    public void Dispose()
    {
        foreach (var shard in Shards)
        {
            shard.Dispose();
        }
    }

    private static string Name(ListenerOptions options, int number) =>
        number == 1 ? options.Name : string.Create(CultureInfo.InvariantCulture, $"{options.Name}.{number}");
}
