namespace Akka.Util.Internal;

/// <summary>A number that threads share; it begins at -1, so that the first <see cref="Next"/> is 0.</summary>
public class AtomicCounterLong
{
    private long _value;

    /// <summary>Begins at -1.</summary>
    public AtomicCounterLong() : this(-1) { }

    /// <summary>Begins at <paramref name="value"/>.</summary>
    public AtomicCounterLong(long value) => _value = value;

    /// <summary>The number now.</summary>
    public long Current => Volatile.Read(ref _value);

    /// <summary>Adds one and returns the sum.</summary>
    public long Next() => Interlocked.Increment(ref _value);

    /// <summary>Adds one and returns the sum.</summary>
    public long IncrementAndGet() => Interlocked.Increment(ref _value);

    /// <summary>Adds one and returns what was there before.</summary>
    public long GetAndIncrement() => Interlocked.Increment(ref _value) - 1;

    /// <summary>Takes one away and returns the difference.</summary>
    public long DecrementAndGet() => Interlocked.Decrement(ref _value);

    /// <summary>Adds and returns the sum.</summary>
    public long AddAndGet(long amount) => Interlocked.Add(ref _value, amount);

    /// <summary>Adds and returns what was there before.</summary>
    public long GetAndAdd(long amount) => Interlocked.Add(ref _value, amount) - amount;

    /// <summary>Sets the number and returns the one before.</summary>
    public long GetAndSet(long value) => Interlocked.Exchange(ref _value, value);

    /// <summary>Sets the number where it is the one expected, and says whether it was.</summary>
    public bool CompareAndSet(long expected, long newValue) => Interlocked.CompareExchange(ref _value, newValue, expected) == expected;

    /// <summary>Sets the number to 0.</summary>
    public void Reset() => Interlocked.Exchange(ref _value, 0);
}
