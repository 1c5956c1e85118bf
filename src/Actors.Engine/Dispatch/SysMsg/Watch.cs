using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Adds a watcher.</summary>
public class Watch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    /// <summary>Who is watched.</summary>
    public IInternalActorRef Watchee => watchee;

    /// <summary>Who is told of its end.</summary>
    public IInternalActorRef Watcher => watcher;
}
