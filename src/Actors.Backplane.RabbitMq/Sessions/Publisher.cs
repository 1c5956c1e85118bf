using System.Threading.Channels;
using Actors.Backplane.RabbitMq.Wire;
using Actors.Hub.Backplane;
using RabbitMQ.Client;

namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>
/// Publishes on one channel, one after the other, in the order in which it took them; and hears what the broker says of each. Whoever
/// gives it something never waits.
/// </summary>
internal sealed class Publisher
{
    // A node tells of itself once a second or so, and a roster of 10,000 members in 20 parts.
    private const int NewsWaiting = 64;

    // What a node says to itself; there is never a reason for two to wait.
    private static readonly object Probe = new();

    // Nothing is written to the broker's disk: a room's words are for those who are there.
    private static readonly BasicProperties Transient = new() { DeliveryMode = DeliveryModes.Transient };

    private readonly IChannel _channel;
    private readonly BrokerConnection _connection;
    private readonly RabbitMqOptions _options;
    private readonly string _exchange;
    private readonly string _probeKey;
    private readonly TimeProvider _time;
    private readonly Action<BackplaneMessage, PublishOutcome> _settled;
    private readonly Channel<object> _queue;
    private readonly BodyWriter _body = new();
    private readonly ConfirmWindow _window = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _unsettled;
    private int _newsWaiting;
    private int _probesWaiting;
    private bool _isPumped;

    public Publisher(
        IChannel channel,
        BrokerConnection connection,
        RabbitMqOptions options,
        string exchange,
        string probeKey,
        TimeProvider time,
        Action<BackplaneMessage, PublishOutcome> settled)
    {
        (_channel, _connection, _options) = (channel, connection, options);
        (_exchange, _probeKey, _time, _settled) = (exchange, probeKey, time, settled);
        // The three counts bound it; a write never fails for its capacity.
        _queue = Channel.CreateBounded<object>(new BoundedChannelOptions(options.Window + NewsWaiting + 1) { SingleReader = true });
        channel.BasicAcksAsync += (_, ack) => Settle(ack.DeliveryTag, ack.Multiple, PublishOutcome.Confirmed);
        channel.BasicNacksAsync += (_, nack) => Settle(nack.DeliveryTag, nack.Multiple, PublishOutcome.Refused);
    }

    /// <summary>Completes when everything that was taken has the broker's word, after <see cref="TakeNoMore"/>.</summary>
    public Task Drained => _drained.Task;

    /// <summary>Whether the broker takes nothing for now.</summary>
    public bool IsBlocked => _connection.IsBlocked;

    /// <summary>Whether the broker has said nothing of a message for too long.</summary>
    public bool IsStuck
    {
        get
        {
            lock (_window)
                return !_window.IsEmpty && !IsBlocked && _time.GetElapsedTime(_window.OldestAt) > _options.ConfirmWithin;
        }
    }

    public bool TryPublish(BackplaneMessage message) => TryTake(message, ref _unsettled, _options.Window);

    public bool TryTell(NodeNews news) => TryTake(news, ref _newsWaiting, NewsWaiting);

    /// <summary>Says something that comes back to this node's own queue.</summary>
    public void TryProbe() => TryTake(Probe, ref _probesWaiting, 1);

    public void TakeNoMore() => _queue.Writer.TryComplete();

    /// <summary>Publishes until it is stopped, or takes no more.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await foreach (var item in _queue.Reader.ReadAllAsync(stop).ConfigureAwait(false))
        {
            _body.Clear();
            var key = Topics.News;
            if (item is BackplaneMessage message)
            {
                key = Topics.KeyOf(message.Room);
                Body.Write(_body, message);
            }
            else if (item == Probe)
            {
                Interlocked.Decrement(ref _probesWaiting);
                key = _probeKey;
            }
            else
            {
                Interlocked.Decrement(ref _newsWaiting);
                Body.Write(_body, (NodeNews)item);
            }

            // Before it is published: the word on it may be here before the call returns. A call that hangs is seen by IsStuck.
            lock (_window) _window.Add(item as BackplaneMessage, _time.GetTimestamp());
            await _channel.BasicPublishAsync(_exchange, key, mandatory: false, Transient, _body.Written, stop).ConfigureAwait(false);
        }

        lock (_window)
        {
            _isPumped = true;
            if (_window.IsEmpty) _drained.TrySetResult();
        }
    }

    private bool TryTake(object item, ref int count, int most)
    {
        if (Interlocked.Increment(ref count) <= most && _queue.Writer.TryWrite(item)) return true;
        Interlocked.Decrement(ref count);
        return false;
    }

    private Task Settle(ulong tag, bool andAllBefore, PublishOutcome outcome)
    {
        var settled = new List<BackplaneMessage>();
        lock (_window)
        {
            _window.Confirm(tag, andAllBefore, settled);
            if (_isPumped && _window.IsEmpty) _drained.TrySetResult();
        }

        foreach (var message in settled)
        {
            Interlocked.Decrement(ref _unsettled);
            _settled(message, outcome);
        }

        return Task.CompletedTask;
    }
}
