using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>Opens once it has been counted down as often as it was told; waiters wait until then. It can be closed again.</summary>
public class TestLatch
{
    /// <summary>How long <see cref="Ready()"/> waits where nobody says: 5 s.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly CountdownEvent _latch;
    private readonly Func<TimeSpan, TimeSpan> _dilate;
    private readonly TimeSpan _timeout;

    /// <summary>Opens when counted down once.</summary>
    public TestLatch() : this(1)
    {
    }

    /// <summary>Opens when counted down so often.</summary>
    public TestLatch(int count) : this(count, DefaultTimeout)
    {
    }

    /// <summary>Opens when counted down so often; <see cref="Ready()"/> waits that long.</summary>
    public TestLatch(int count, TimeSpan defaultTimeout) : this(timeout => timeout, defaultTimeout, count)
    {
    }

    /// <summary>As the others, with every timeout dilated by the function.</summary>
    protected internal TestLatch(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
    {
        _latch = new CountdownEvent(count);
        _dilate = dilate;
        _timeout = defaultTimeout;
    }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => _latch.CurrentCount == 0;

    /// <summary>Counts down once; does nothing where it is open.</summary>
    public void CountDown()
    {
        lock (_latch)
        {
            if (!IsOpen) _latch.Signal();
        }
    }

    /// <summary>Opens it at once.</summary>
    public void Open()
    {
        lock (_latch)
        {
            if (!IsOpen) _latch.Signal(_latch.CurrentCount);
        }
    }

    /// <summary>Closes it, with the count that it had in the beginning.</summary>
    public void Reset()
    {
        lock (_latch) _latch.Reset();
    }

    /// <summary>Waits until it is open, for the default timeout.</summary>
    /// <exception cref="TimeoutException">It did not open in time.</exception>
    public void Ready() => Ready(_timeout);

    /// <summary>Waits until it is open.</summary>
    /// <exception cref="ArgumentException">The timeout is infinite.</exception>
    /// <exception cref="TimeoutException">It did not open in time.</exception>
    public void Ready(TimeSpan timeout)
    {
        if (timeout.IsInfinite()) throw new ArgumentException("TestLatch does not support waiting for ever", nameof(timeout));
        var dilated = _dilate(timeout);
        if (!_latch.Wait(dilated)) throw new TimeoutException($"Timeout of {dilated}");
    }
}
