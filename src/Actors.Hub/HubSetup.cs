using Actors.Datagrams;
using Actors.Hub.Backplane;
using Actors.Hub.Observing;
using Actors.Hub.Rooms;
using Actors.Hub.Services;
using Actors.Hub.Services.Desk;
using Actors.Hub.Sockets;

namespace Actors.Hub;

/// <summary>What the <see cref="HubActor"/> is made of, made once for all its restarts.</summary>
public sealed class HubSetup
{
    /// <inheritdoc cref="HubActor.Props(HubOptions, IReadOnlyList{BoundListener}, HubCounters, ServiceRegistry?, HubObservers?, IBackplane?)"/>
    public HubSetup(
        HubOptions options,
        IReadOnlyList<BoundListener> listeners,
        HubCounters counters,
        ServiceRegistry services,
        HubObservers? observers = null,
        IBackplane? backplane = null)
    {
        observers ??= new HubObservers();
        Counters = counters;
        Pool = new DatagramPool(options.Limits.DatagramsInFlight);

        // One for each datagram; and where other nodes' members are heard too, what a room hands on of that at a time.
        var ofOthers = backplane is null ? 0 : listeners.Count * HeardElsewhere.Part;
        Messages = new OutgoingMessagePool(options.Limits.DatagramsInFlight + ofOthers);
        var own = new OwnEndpoints([.. listeners.Select(bound => bound.LocalEndpoint)]);
        Listeners = [.. listeners.Select(bound => Listener(bound, listeners.Count, observers, own))];
        Desk = new DeskSetup(listeners.Select(bound => bound.Options), counters, Messages);
        if (backplane is not null)
        {
            var node = options.Node ?? NodeName.Of(Environment.MachineName, listeners[0].LocalEndpoint);
            Backplane = new BackplaneSetup(backplane, node, options.Backplane, counters);
        }

        Rooms = [.. Listeners.Select(listener => Room(listener.Options, options, counters, services, listener.Watch))];
        foreach (var listener in Listeners)
        {
            counters.Include(() => listener.Outbox.Waiting, () => listener.Shards.Sum(shard => shard.BatchesFree));
        }

        foreach (var shard in Listeners.SelectMany(listener => listener.Shards))
        {
            counters.Include(DropReason.PoolEmpty, () => shard.Socket.Statistics.DroppedPoolEmpty);
            counters.Include(DropReason.KernelBufferFull, () => shard.Socket.Statistics.KernelDropped ?? 0);
            counters.Include(DropReason.ReceiveFailed, () => shard.Dropped);
        }
    }

    internal HubCounters Counters { get; }

    /// <summary>The leases of everything that the hub has received and not yet dealt with.</summary>
    internal DatagramPool Pool { get; }

    /// <summary>What is written, and has not yet been sent.</summary>
    internal OutgoingMessagePool Messages { get; }

    internal IReadOnlyList<Listener> Listeners { get; }

    /// <summary>What the rooms are made of, in the order of the <see cref="Listeners"/>.</summary>
    internal IReadOnlyList<RoomSetup> Rooms { get; }

    /// <summary>What the way to other nodes is made of; null where there is none.</summary>
    internal BackplaneSetup? Backplane { get; }

    /// <summary>What the operator's desk is made of.</summary>
    internal DeskSetup Desk { get; }

    /// <summary>Of half the leases each listener has its part for messages that wait to be sent; the other half is for what arrives.</summary>
    private Listener Listener(BoundListener bound, int listeners, HubObservers observers, OwnEndpoints own)
    {
        var watch = new ListenerWatch(bound, observers);
        var outbox = new Outbox(new Wire(bound.Sockets, Counters, watch), Counters, watch, Math.Max(1, Pool.Capacity / 2 / listeners));
        return new Listener(bound, Pool, watch, outbox, own);
    }

    private RoomSetup Room(
        ListenerOptions listener, HubOptions options, HubCounters counters, ServiceRegistry services, ListenerWatch watch)
    {
        var service = services.Create(new ServiceSetup(listener, options.Limits));
        return new RoomSetup(listener, service, listener.Interval + options.Grace, options.Limits, counters, watch, Messages)
        {
            Uplink = Backplane is null ? null : new RoomUplink(Backplane, listener, service.IsShared),
        };
    }
}
