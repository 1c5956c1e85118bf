namespace Akka.Actor;

/// <summary>
/// The receive timeout: one timer, disarmed while messages that count are being handled, and armed when the last of them in a row is done. In
/// a row nothing but the first costs anything: whatever the next one is, it begins when the one before has ended.
/// </summary>
public partial class ActorCell
{
    private IReceiveTimeoutTimer? _receiveTimeout;
    private bool _waitBegins;

    /// <inheritdoc />
    public TimeSpan? ReceiveTimeout => _receiveTimeout?.Timeout;

    /// <inheritdoc />
    public void SetReceiveTimeout(TimeSpan? timeout = null)
    {
        if (timeout is { } time && time > TimeSpan.Zero)
        {
            if (_receiveTimeout is { } timer && timer.TryChange(time))
            {
                // Within a message that does not count it is armed still, for the time that it had.
                timer.Disarm();
            }
            else
            {
                _receiveTimeout?.Cancel();
                _receiveTimeout = IReceiveTimeoutTimer.Create(_system.Scheduler, _self, time);
            }

            _waitBegins = true;
        }
        else
        {
            DropReceiveTimeout();
        }
    }

    /// <summary>The turn ends, or what follows does not count: the wait begins now, if one is to begin.</summary>
    internal void BeginWait()
    {
        if (!_waitBegins) return;
        _waitBegins = false;
        _receiveTimeout?.Arm();
    }

    /// <summary>There is no wait while this message is in hand; one begins after it, if it counts.</summary>
    private void EndWaitFor(object message)
    {
        if (_receiveTimeout is not { } timer) return;
        if (message is INotInfluenceReceiveTimeout)
        {
            BeginWait();
        }
        else if (!_waitBegins)
        {
            _waitBegins = true;
            timer.Disarm();
        }
    }

    /// <summary>The timeout is an instance's: the next one, if there is one, sets its own.</summary>
    private void DropReceiveTimeout()
    {
        _receiveTimeout?.Cancel();
        _receiveTimeout = null;
        _waitBegins = false;
    }
}
