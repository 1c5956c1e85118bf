using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>
/// What the engine keeps for each thread, in one object: a thread finds each of its own statics anew every time, which costs
/// nanoseconds that a message has few of.
/// </summary>
internal sealed class ActorThread
{
    [ThreadStatic]
    private static ActorThread? _this;

    private ActorThread()
    {
    }

    /// <summary>The thread's that asks.</summary>
    internal static ActorThread This => _this ?? Begin();

    /// <summary>The cell whose actor has its turn.</summary>
    internal ActorCell? Cell { get; set; }

    /// <summary>Who works here for a dispatcher.</summary>
    internal Worker? Worker { get; set; }

    /// <summary>Links of mailboxes, for the next messages.</summary>
    internal MessageNodePool Nodes { get; } = new();

    private static ActorThread Begin() => _this = new ActorThread();
}
