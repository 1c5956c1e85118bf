using System.Collections.Immutable;
using Akka.Actor;

namespace Actors.Hub.Services.Desk;

/// <summary>What the <see cref="DeskActor"/> is made of, made once for all its restarts.</summary>
internal sealed class DeskSetup(IEnumerable<ListenerOptions> listeners, HubCounters counters)
{
    public DeskState State { get; } = new(listeners.ToImmutableDictionary(one => one.Name, one => one.ServiceOptions.Away));

    public HubCounters Counters => counters;

    /// <summary>The wires of the desks that were written to.</summary>
    public Dictionary<string, IActorRef> Sockets { get; } = [];

    /// <summary>Who wants to be told what the operator has not read yet; nobody while it reads.</summary>
    public IActorRef Reader { get; set; } = ActorRefs.Nobody;
}
