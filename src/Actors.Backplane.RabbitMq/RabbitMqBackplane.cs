using Actors.Backplane.RabbitMq.Sessions;
using Actors.Backplane.RabbitMq.Wire;
using Actors.Hub;
using Actors.Hub.Backplane;

namespace Actors.Backplane.RabbitMq;

/// <summary>
/// Rooms across nodes on RabbitMQ (AMQP 0-9-1). One session with the broker after another, each from a connection to its loss; in between a
/// pause that grows to a second.
/// </summary>
/// <remarks>
/// Publishing is at least once: what was without the broker's word when a connection was lost is published again, and was perhaps there
/// already. What others said while this node was not connected waits at the broker for <see cref="RabbitMqOptions.KeptFor"/>.
/// </remarks>
/// <param name="options">Which broker.</param>
/// <param name="time">The clock.</param>
public sealed class RabbitMqBackplane(RabbitMqOptions options, TimeProvider time) : IBackplane, ISessionOwner
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // Of the second that disposing may take; the rest is for threads that come late.
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan EndWithin = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private IBackplaneSink? _sink;
    private OverlookedFaults? _overlooked;
    private Interests? _interests;
    private NodeIncarnation _self;
    private BrokerSession? _session;
    private bool _isUp;
    private long _connection;
    private bool _isLeaving;
    private Task _living = Task.CompletedTask;

    public string Description => $"rabbitmq at {options.Uri.Host}:{(options.Uri.IsDefaultPort ? DefaultPort : options.Uri.Port)}";

    private int DefaultPort => options.Uri.Scheme == "amqps" ? 5671 : 5672;

    public void Start(NodeIncarnation self, IBackplaneSink sink)
    {
        _self = self;
        _sink = sink;
        _overlooked = new OverlookedFaults(Overlook);
        var topics = new Topics(options.Prefix);
        _interests = new Interests(topics.QueueOf(self), topics.Exchange, Topics.ProbeOf(self));
        _living = Task.Run(LiveAsync);
    }

    public void Subscribe(RoomName room) => _interests!.Want(room);

    public void Unsubscribe(RoomName room) => _interests!.Unwant(room);

    public bool TryPublish(BackplaneMessage message, long connection)
    {
        lock (_gate) return _isUp && !_isLeaving && connection == _connection && _session!.Publisher!.TryPublish(message);
    }

    public bool TryTell(NodeNews news)
    {
        lock (_gate) return _isUp && !_isLeaving && _session!.Publisher!.TryTell(news);
    }

    public async ValueTask DisposeAsync()
    {
        BrokerSession? session;
        lock (_gate)
        {
            if (_isLeaving) return;
            _isLeaving = true;
            session = _isUp ? _session : null;
        }

        if (session is not null) await session.LeaveAsync(LeaveWithin).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(_living, Task.Delay(EndWithin, time)).ConfigureAwait(false);
        _overlooked?.Dispose();
        lock (_gate) _sink = null;
    }

    private async Task LiveAsync()
    {
        var pause = ShortestPause;
        while (!_stop.IsCancellationRequested)
        {
            var session = new BrokerSession(options, _self, _interests!, time, this);
            var why = await EndOfAsync(session).ConfigureAwait(false);
            if (Down(why)) pause = ShortestPause;
            try
            {
                await Task.Delay(pause, time, _stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>
    /// Runs a session to its end. Whatever ends it is expected: a broker may do anything at any time, and the library throws many kinds.
    /// </summary>
    private async Task<string> EndOfAsync(BrokerSession session)
    {
        try
        {
            await session.RunAsync(_stop.Token).ConfigureAwait(false);
            return "it ended";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Reason.Of(e);
        }
    }

    /// <summary>Tells that there is no connection.</summary>
    /// <returns>Whether there was one.</returns>
    private bool Down(string why)
    {
        lock (_gate)
        {
            var was = _isUp;
            _isUp = false;
            _session = null;
            if (!_isLeaving) _sink?.Down(why);
            return was;
        }
    }

    private void Overlook(Exception fault)
    {
        lock (_gate) _sink?.Overlooked(Reason.Of(fault));
    }

    void ISessionOwner.Up(BrokerSession session)
    {
        lock (_gate)
        {
            if (_isLeaving) return;
            _session = session;
            _isUp = true;
            _sink?.Up(++_connection);
        }
    }

    void ISessionOwner.Heard(BrokerSession session, object content)
    {
        lock (_gate)
        {
            if (_session != session) return;
            if (content is BackplaneMessage message && message.From != _self) _sink?.Heard(message);
            else if (content is NodeNews news && news.From != _self) _sink?.Told(news);
        }
    }

    void ISessionOwner.Settled(BrokerSession session, BackplaneMessage message, PublishOutcome outcome)
    {
        lock (_gate)
        {
            if (_session == session) _sink?.Settled(message, outcome);
        }
    }

    void ISessionOwner.Rejected(BrokerSession session, string why)
    {
        lock (_gate)
        {
            if (_session == session) _sink?.Rejected(why);
        }
    }
}
