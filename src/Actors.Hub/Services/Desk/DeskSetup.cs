using System.Collections.Immutable;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Services.Desk;

/// <summary>What the <see cref="DeskActor"/> is made of, made once for all its restarts.</summary>
internal sealed class DeskSetup(IEnumerable<ListenerOptions> listeners, HubCounters counters, OutgoingMessagePool messages)
{
    public DeskState State { get; } = new(listeners.ToImmutableDictionary(one => one.Name, one => one.ServiceOptions.Away));

    public HubCounters Counters => counters;

    /// <summary>What answers are written to.</summary>
    public OutgoingMessagePool Messages => messages;

    /// <summary>The wires of the desks that were written to.</summary>
    public Dictionary<string, IActorRef> Sockets { get; } = [];

    /// <summary>Who wants to be told what the operator has not read yet; nobody while it reads.</summary>
    public IActorRef Reader { get; set; } = ActorRefs.Nobody;
}
