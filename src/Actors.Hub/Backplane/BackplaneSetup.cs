using Akka.Actor;

namespace Actors.Hub.Backplane;

/// <summary>What the <see cref="BackplaneActor"/> is made of, and what it must not forget when it is restarted; made once.</summary>
internal sealed class BackplaneSetup(IBackplane backplane, NodeId node, BackplaneOptions options, HubCounters hubCounters)
{
    public IBackplane Backplane => backplane;

    public NodeId Node => node;

    public BackplaneOptions Options => options;

    public HubCounters HubCounters => hubCounters;

    public BackplaneCounters Counters => hubCounters.Backplane;

    /// <summary>Messages of rooms that have not reached the <see cref="Outbox"/>, beside those that wait in it.</summary>
    public Credits Outgoing { get; } = new(options.QueueMessages);

    /// <summary>What came from other nodes and has not reached the rooms.</summary>
    public Credits Incoming { get; } = new(options.QueueMessages);

    public BackplaneOutbox Outbox { get; } = new(options.QueueMessages);

    public LocalRoster Roster { get; } = new();

    /// <summary>The last number of each room that anything was said in; rooms are the configuration's.</summary>
    public Dictionary<RoomName, long> Sequences { get; } = [];

    /// <summary>The actors of the other nodes.</summary>
    public Dictionary<NodeId, IActorRef> Peers { get; } = [];

    /// <summary>How many actors were made for other nodes.</summary>
    public int PeersMade { get; set; }

    /// <summary>The connection that the <see cref="Outbox"/> knows of; 0 before the first.</summary>
    public long Connection { get; set; }

    /// <summary>This life, from the actor's first start on.</summary>
    public NodeIncarnation Life { get; set; }

    /// <summary>The actor, for rooms to tell.</summary>
    public IActorRef Actor { get; set; } = ActorRefs.Nobody;
}
