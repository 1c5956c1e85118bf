namespace Akka.TestKit;

/// <summary>Lets those who wait at it go on when so many have come.</summary>
public class TestBarrier
{
    /// <summary>How long <see cref="Await()"/> waits where nobody says: 5 s.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly TestKitBase _testKit;
    private readonly int _count;
    private readonly TimeSpan _timeout;
    private Barrier _barrier;

    /// <summary>Makes a barrier.</summary>
    /// <param name="testKit">Dilates the timeouts.</param>
    /// <param name="count">How many must wait.</param>
    /// <param name="defaultTimeout">How long <see cref="Await()"/> waits.</param>
    public TestBarrier(TestKitBase testKit, int count, TimeSpan? defaultTimeout = null)
    {
        _testKit = testKit;
        _count = count;
        _timeout = defaultTimeout ?? DefaultTimeout;
        _barrier = new Barrier(count);
    }

    /// <summary>Waits for the others, for the default timeout.</summary>
    /// <exception cref="TimeoutException">They did not come in time.</exception>
    public void Await() => Await(_timeout);

    /// <summary>Waits for the others.</summary>
    /// <param name="timeout">How long; dilated.</param>
    /// <exception cref="TimeoutException">They did not come in time.</exception>
    public void Await(TimeSpan timeout)
    {
        var dilated = _testKit.Dilated(timeout);
        if (!_barrier.SignalAndWait(dilated))
            throw new TimeoutException($"Timeout of {dilated} and time factor of {_testKit.TestKitSettings.TestTimeFactor}");
    }

    /// <summary>Begins anew; nobody must be waiting.</summary>
    public void Reset()
    {
        _barrier.Dispose();
        _barrier = new Barrier(_count);
    }
}
