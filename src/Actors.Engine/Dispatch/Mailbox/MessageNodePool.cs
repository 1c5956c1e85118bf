using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>
/// One thread's used links, so that a message in steady state allocates nothing: a small chain. Full chains travel between
/// those that send and those that receive through a bounded shared store. The links are blank: nothing can be seen through the pool.
/// </summary>
internal sealed class MessageNodePool
{
    private const int ChainLength = 128;

    // 256 chains of 128 links of 40 bytes: at most 1.3 MB kept for the whole process.
    private static readonly MessageNode?[] SharedChains = new MessageNode?[256];
    private static readonly Lock SharedLock = new();
    private static int _sharedCount;

    private MessageNode? _own;
    private int _ownCount;

    internal MessageNode Rent(object message, IActorRef? sender)
    {
        var node = _own ?? TakeChain();
        if (node is null) return new MessageNode { Message = message, Sender = sender };
        _own = node.Next;
        _ownCount--;
        node.Message = message;
        node.Sender = sender;
        return node;
    }

    internal void Return(MessageNode node)
    {
        if (_ownCount == ChainLength) GiveChain();
        node.Blank();
        node.Next = _own;
        _own = node;
        _ownCount++;
    }

    private MessageNode? TakeChain()
    {
        // Read without the lock: a thread that is late by one chain allocates a few links more.
        if (Volatile.Read(ref _sharedCount) == 0) return null;
        lock (SharedLock)
        {
            if (_sharedCount == 0) return null;
            var chain = SharedChains[--_sharedCount];
            SharedChains[_sharedCount] = null;
            _ownCount = ChainLength;
            return chain;
        }
    }

    private void GiveChain()
    {
        lock (SharedLock)
            if (_sharedCount < SharedChains.Length)
                SharedChains[_sharedCount++] = _own;
        _own = null;
        _ownCount = 0;
    }
}
