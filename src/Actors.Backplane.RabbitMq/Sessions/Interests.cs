using Actors.Backplane.RabbitMq.Wire;
using Actors.Hub;
using RabbitMQ.Client;

namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>
/// The rooms that the node wants to hear, and their bindings at the broker. What is wanted is said at any time and outlives connections;
/// what is bound follows it. Bindings outlive connections too, as the queue does, so what is wanted no more is taken back later if not now.
/// </summary>
internal sealed class Interests(string queue, string exchange, string probeKey)
{
    private readonly Lock _gate = new();
    private readonly HashSet<RoomName> _wanted = [];
    private readonly HashSet<RoomName> _bound = [];
    private readonly SemaphoreSlim _changed = new(0, 1);

    public void Want(RoomName room)
    {
        lock (_gate)
        {
            if (_wanted.Add(room)) Signal();
        }
    }

    public void Unwant(RoomName room)
    {
        lock (_gate)
        {
            if (_wanted.Remove(room)) Signal();
        }
    }

    /// <summary>
    /// In a new connection: binds whatever is wanted, since the broker may have forgotten all, and waits until it is done.
    /// </summary>
    public async Task RestoreAsync(BrokerConnection connection, IChannel channel, CancellationToken stop)
    {
        await BindAsync(connection, channel, Take(wanted => [.. wanted]), stop).ConfigureAwait(false);
        await UnbindUnwantedAsync(connection, channel, stop).ConfigureAwait(false);
        await connection.StepAsync(
            "binding the queue", token => channel.QueueBindAsync(queue, exchange, probeKey, cancellationToken: token), stop)
            .ConfigureAwait(false);
        // The broker works a channel's requests off in order: with its answer to this one, the others are done too.
        await connection.StepAsync(
            "binding the queue", token => channel.QueueBindAsync(queue, exchange, Topics.News, cancellationToken: token), stop)
            .ConfigureAwait(false);
    }

    /// <summary>Follows what is wanted, until it is stopped.</summary>
    public async Task FollowAsync(BrokerConnection connection, IChannel channel, CancellationToken stop)
    {
        while (true)
        {
            await _changed.WaitAsync(stop).ConfigureAwait(false);
            await BindAsync(connection, channel, Take(wanted => [.. wanted.Except(_bound)]), stop).ConfigureAwait(false);
            await UnbindUnwantedAsync(connection, channel, stop).ConfigureAwait(false);
        }
    }

    /// <summary>What is to be bound; counts as bound from now on, since it may be if it fails halfway.</summary>
    private RoomName[] Take(Func<HashSet<RoomName>, RoomName[]> choose)
    {
        lock (_gate)
        {
            var rooms = choose(_wanted);
            _bound.UnionWith(rooms);
            return rooms;
        }
    }

    /// <summary>
    /// Not awaiting the broker's answers: ten thousand rooms would be ten thousand round trips. A refusal closes the channel.
    /// </summary>
    private Task BindAsync(BrokerConnection connection, IChannel channel, RoomName[] rooms, CancellationToken stop) => connection.StepAsync(
        "binding the queue",
        async token =>
        {
            foreach (var key in rooms.Select(Topics.KeyOf))
                await channel.QueueBindAsync(queue, exchange, key, noWait: true, cancellationToken: token).ConfigureAwait(false);
        },
        stop);

    private async Task UnbindUnwantedAsync(BrokerConnection connection, IChannel channel, CancellationToken stop)
    {
        RoomName[] unwanted;
        lock (_gate) unwanted = [.. _bound.Except(_wanted)];
        foreach (var room in unwanted)
        {
            await connection.StepAsync(
                "unbinding the queue",
                token => channel.QueueUnbindAsync(queue, exchange, Topics.KeyOf(room), cancellationToken: token),
                stop).ConfigureAwait(false);
            lock (_gate) _bound.Remove(room);
        }
    }

    private void Signal()
    {
        if (_changed.CurrentCount == 0) _changed.Release();
    }
}
