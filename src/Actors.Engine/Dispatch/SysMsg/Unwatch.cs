using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Removes a watcher.</summary>
public sealed class Unwatch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    /// <summary>Who is watched no longer.</summary>
    public IInternalActorRef Watchee => watchee;

    /// <summary>Who is not told of its end.</summary>
    public IInternalActorRef Watcher => watcher;
}
