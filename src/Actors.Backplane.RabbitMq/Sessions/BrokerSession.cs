using Actors.Backplane.RabbitMq.Wire;
using Actors.Hub.Backplane;
using RabbitMQ.Client;

namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>
/// The node's time with the broker between two disconnections, on two connections, as RabbitMQ advises: a broker that is short of memory
/// stops reading from whoever publishes, and our words on what we heard must still reach it.
/// <code>
/// opening: connect ─▶ exchange, queue, bindings ─▶ up ─▶ over: a connection lost, a message without the broker's word for too long,
/// stopped
/// </code>
/// </summary>
internal sealed class BrokerSession
{
    // How often it looks for what is stuck, says something to itself, and gives its word for the last few messages heard.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    private readonly RabbitMqOptions _options;
    private readonly NodeIncarnation _self;
    private readonly Interests _interests;
    private readonly TimeProvider _time;
    private readonly ISessionOwner _owner;
    private readonly List<BrokerConnection> _connections = [];
    private readonly string _exchange;
    private readonly string _queue;
    private readonly string _probeKey;
    private IChannel? _hearing;
    private Publisher? _publisher;
    private volatile bool _isLeaving;

    public BrokerSession(RabbitMqOptions options, NodeIncarnation self, Interests interests, TimeProvider time, ISessionOwner owner)
    {
        (_options, _self, _interests, _time, _owner) = (options, self, interests, time, owner);
        var topics = new Topics(options.Prefix);
        (_exchange, _queue, _probeKey) = (topics.Exchange, topics.QueueOf(self), Topics.ProbeOf(self));
    }

    /// <summary>Set while it is up: takes what is to be published.</summary>
    public Publisher? Publisher => _publisher;

    /// <summary>From the first connection to the end; the end is always an exception, of any kind, which says why.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = new List<Task>();
        try
        {
            var publishing = await ConnectAsync("says", over.Token).ConfigureAwait(false);
            var hearing = await ConnectAsync("hears", over.Token).ConfigureAwait(false);
            var publisher = await OpenPublisherAsync(publishing, over.Token).ConfigureAwait(false);
            _hearing = await OpenQueueAsync(hearing, over.Token).ConfigureAwait(false);
            running.Add(publisher.RunAsync(over.Token));
            running.Add(_interests.FollowAsync(hearing, _hearing, over.Token));

            _publisher = publisher;
            _owner.Up(this);
            var listener = new Listener(
                _hearing, _probeKey, _time, content => _owner.Heard(this, content), why => _owner.Rejected(this, why), over.Token);
            await hearing.StepAsync(
                "consuming", token => _hearing.BasicConsumeAsync(_queue, autoAck: false, listener, token), over.Token)
                .ConfigureAwait(false);
            running.Add(GlanceAsync(publisher, listener, hearing, over.Token));
            running.Add(LostAsync(publishing.Lost));
            running.Add(LostAsync(hearing.Lost));
            running.Add(LostAsync(listener.Cancelled));
            await FirstToFailAsync(running).ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            // Who leaves ends its own queue and connections, and must not be cut off in its goodbye.
            if (!_isLeaving) Cut();
            foreach (var task in running) task.Forget();
        }
    }

    /// <summary>
    /// Ends it well within so long: waits until what was taken has the broker's word, deletes the queue, says goodbye. What takes longer is
    /// left.
    /// </summary>
    public async Task LeaveAsync(TimeSpan limit)
    {
        _isLeaving = true;
        var start = _time.GetTimestamp();
        try
        {
            if (_publisher is { } publisher && _hearing is { } hearing)
            {
                publisher.TakeNoMore();
                await publisher.Drained.WaitAsync(limit, _time).ConfigureAwait(false);
                await Patience.Within(
                    Left(), "deleting the queue", token => hearing.QueueDeleteAsync(_queue, cancellationToken: token), _time, default)
                    .ConfigureAwait(false);
                await Task.WhenAll(_connections.Select(one => one.CloseAsync(Left()))).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The broker did not answer in time, or is gone: it will delete the queue by itself.
        }

        Cut();

        TimeSpan Left() => TimeSpan.FromTicks(Math.Max(1, (limit - _time.GetElapsedTime(start)).Ticks));
    }

    private void Cut()
    {
        lock (_connections) _connections.ForEach(connection => connection.Cut());
    }

    private async Task<BrokerConnection> ConnectAsync(string what, CancellationToken stop)
    {
        var connection = await BrokerConnection.OpenAsync(_options, $"hub {_self.Node} {what}", _time, stop).ConfigureAwait(false);
        lock (_connections) _connections.Add(connection);
        return connection;
    }

    private async Task<Publisher> OpenPublisherAsync(BrokerConnection connection, CancellationToken stop)
    {
        var channel = await connection.OpenChannelAsync(confirms: true, stop).ConfigureAwait(false);
        // Durable: it outlives the broker's restart, and so do the bindings to it.
        await connection.StepAsync(
            "declaring the exchange",
            token => channel.ExchangeDeclareAsync(_exchange, ExchangeType.Topic, durable: true, cancellationToken: token),
            stop).ConfigureAwait(false);
        return new Publisher(
            channel, connection, _options, _exchange, _probeKey, _time, (message, outcome) => _owner.Settled(this, message, outcome));
    }

    /// <summary>
    /// The node's queue outlives its connections, so that it hears afterwards what was said meanwhile. One consumer at a time: while the
    /// broker still believes in a lost connection, what it sent there must come back before we hear what followed it.
    /// </summary>
    private async Task<IChannel> OpenQueueAsync(BrokerConnection connection, CancellationToken stop)
    {
        var channel = await connection.OpenChannelAsync(confirms: false, stop).ConfigureAwait(false);
        var arguments = new Dictionary<string, object?>
        {
            ["x-expires"] = (int)_options.KeptFor.TotalMilliseconds,
            ["x-max-length"] = _options.QueueLength,
            ["x-max-length-bytes"] = _options.QueueBytes,
            ["x-overflow"] = "drop-head",
            ["x-single-active-consumer"] = true,
        };
        await connection.StepAsync(
            "declaring the queue",
            token => channel.QueueDeclareAsync(
                _queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: token),
            stop).ConfigureAwait(false);
        await _interests.RestoreAsync(connection, channel, stop).ConfigureAwait(false);
        await connection.StepAsync(
            "limiting deliveries", token => channel.BasicQosAsync(0, Listener.Unacknowledged, global: false, token), stop)
            .ConfigureAwait(false);
        return channel;
    }

    private async Task GlanceAsync(Publisher publisher, Listener listener, BrokerConnection hearing, CancellationToken stop)
    {
        using var glances = new PeriodicTimer(Glance, _time);
        while (await glances.WaitForNextTickAsync(stop).ConfigureAwait(false))
        {
            publisher.TryProbe();
            if (publisher.IsBlocked) listener.ForgiveSilence();
            if (publisher.IsStuck) throw new TimeoutException($"no confirmation for {_options.ConfirmWithin.TotalSeconds} s");
            if (listener.Silence > _options.ConfirmWithin)
                throw new TimeoutException($"nothing heard for {_options.ConfirmWithin.TotalSeconds} s, not even what it said to itself");
            await hearing.StepAsync("acknowledging", _ => listener.AcknowledgeAsync(), stop).ConfigureAwait(false);
        }
    }

    private static async Task LostAsync(Task<string> reason) => throw new IOException(await reason.ConfigureAwait(false));

    /// <summary>One that merely ends (the publisher, told to take no more) is no failure.</summary>
    private static async Task FirstToFailAsync(List<Task> running)
    {
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running).ConfigureAwait(false);
            await ended.ConfigureAwait(false);
            running.Remove(ended);
        }
    }
}
