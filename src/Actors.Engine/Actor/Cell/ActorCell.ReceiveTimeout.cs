namespace Akka.Actor;

/// <summary>The receive timeout: one timer, re-armed after each message.</summary>
public partial class ActorCell
{
    private IReceiveTimeoutTimer? _receiveTimeout;
    private bool _receiveTimeoutChanged;

    /// <inheritdoc />
    public TimeSpan? ReceiveTimeout => _receiveTimeout?.Timeout;

    /// <inheritdoc />
    public void SetReceiveTimeout(TimeSpan? timeout = null)
    {
        _receiveTimeoutChanged = true;
        if (timeout is { } time && time > TimeSpan.Zero)
        {
            if (_receiveTimeout is { } timer && timer.TryChange(time)) return;
            _receiveTimeout?.Cancel();
            _receiveTimeout = IReceiveTimeoutTimer.Create(_system.Scheduler, _self, time);
        }
        else
        {
            _receiveTimeout?.Cancel();
            _receiveTimeout = null;
        }
    }

    /// <summary>The timeout is an instance's: the next one, if there is one, sets its own.</summary>
    private void DropReceiveTimeout()
    {
        _receiveTimeout?.Cancel();
        _receiveTimeout = null;
    }

    /// <summary>Begins the wait anew after a message that counts, or where the handler changed the timeout.</summary>
    private void ArmReceiveTimeout(bool influenced)
    {
        if (_receiveTimeout is { } timer && (influenced || _receiveTimeoutChanged)) timer.Arm();
        _receiveTimeoutChanged = false;
    }
}
