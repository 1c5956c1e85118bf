using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Tells a supervisor of a child's failure.</summary>
public sealed class Failed(IActorRef child, Exception cause, long uid) : SystemMessage
{
    /// <summary>Who failed.</summary>
    public IActorRef Child => child;

    /// <summary>Its failure.</summary>
    public Exception Cause => cause;

    /// <summary>The uid of the failed incarnation.</summary>
    public long Uid => uid;
}
