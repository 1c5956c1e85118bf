using System.Collections.Concurrent;

namespace Actors.Hub.Backplane;

/// <summary>
/// What a hub counted of its traffic with other nodes since it started; messages that were dropped are in <see cref="HubCounters.Dropped"/>.
/// Written by its actors, read by anyone at any time; never reset.
/// </summary>
public sealed class BackplaneCounters
{
    private readonly ConcurrentDictionary<NodeId, PeerCounters> _peers = [];
    private volatile string? _node;
    private volatile string _link = "not started";
    private volatile bool _isUp;
    private long _published;
    private long _confirmed;
    private long _ups;
    private long _overlooked;
    private int _waiting;
    private int _unconfirmed;

    /// <summary>This node; null for a hub on its own.</summary>
    public string? Node => _node;

    /// <summary>What carries it and how that is, in one line: <c>in-process</c>, or <c>rabbitmq at …: down: …</c>.</summary>
    public string Link => _link;

    /// <summary>Whether it is connected.</summary>
    public bool IsUp => _isUp;

    /// <summary>Messages that were handed on; one that is published again counts again.</summary>
    public long Published => Interlocked.Read(ref _published);

    /// <summary>Messages of which it is known that they will reach whoever is there.</summary>
    public long Confirmed => Interlocked.Read(ref _confirmed);

    /// <summary>Messages that wait to be handed on.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Messages that were handed on and are not confirmed yet.</summary>
    public int Unconfirmed => Volatile.Read(ref _unconfirmed);

    /// <summary>How often it was connected again.</summary>
    public long Reconnects => Math.Max(0, Interlocked.Read(ref _ups) - 1);

    /// <summary>Failures within what carries it that nobody waits for, such as a client library's calls on a connection that closed.</summary>
    public long Overlooked => Interlocked.Read(ref _overlooked);

    /// <summary>From when a message was handed on until it was confirmed, by this node's clock.</summary>
    public Lag ConfirmLag { get; } = new();

    /// <summary>Every other node that this one knows, by name.</summary>
    public IReadOnlyList<PeerCounters> Peers => [.. _peers.Values.OrderBy(peer => peer.Node)];

    internal void SetLink(NodeId node, string link, bool isUp) => (_node, _link, _isUp) = (node.Value, link, isUp);

    internal void CountUp() => Interlocked.Increment(ref _ups);

    internal void CountOverlooked() => Interlocked.Increment(ref _overlooked);

    internal void CountPublished() => Interlocked.Increment(ref _published);

    internal void CountConfirmed() => Interlocked.Increment(ref _confirmed);

    internal void SetQueue(int waiting, int unconfirmed)
    {
        Volatile.Write(ref _waiting, waiting);
        Volatile.Write(ref _unconfirmed, unconfirmed);
    }

    internal PeerCounters Peer(NodeId node) => _peers.GetOrAdd(node, name => new PeerCounters(name));

    internal void Forget(NodeId node) => _peers.TryRemove(node, out _);
}
