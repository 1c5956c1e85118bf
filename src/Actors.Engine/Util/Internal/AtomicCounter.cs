namespace Akka.Util.Internal;

/// <summary>A number that threads share; it begins at -1, so that the first <see cref="Next"/> is 0.</summary>
public class AtomicCounter
{
    private int _value;

    /// <summary>Begins at -1.</summary>
    public AtomicCounter() : this(-1) { }

    /// <summary>Begins at <paramref name="initialValue"/>.</summary>
    public AtomicCounter(int initialValue) => _value = initialValue;

    /// <summary>The number now.</summary>
    public int Current => Volatile.Read(ref _value);

    /// <summary>Adds one and returns the sum.</summary>
    public int Next() => Interlocked.Increment(ref _value);

    /// <summary>Adds one and returns the sum.</summary>
    public int IncrementAndGet() => Interlocked.Increment(ref _value);

    /// <summary>Adds one and returns what was there before.</summary>
    public int GetAndIncrement() => Interlocked.Increment(ref _value) - 1;

    /// <summary>Takes one away and returns the difference.</summary>
    public int Decrement() => Interlocked.Decrement(ref _value);

    /// <summary>Takes one away and returns the difference.</summary>
    public int DecrementAndGet() => Interlocked.Decrement(ref _value);

    /// <summary>Takes one away and returns what was there before.</summary>
    public int GetAndDecrement() => Interlocked.Decrement(ref _value) + 1;

    /// <summary>Adds and returns the sum.</summary>
    public int AddAndGet(int amount) => Interlocked.Add(ref _value, amount);

    /// <summary>Adds and returns what was there before.</summary>
    public int GetAndAdd(int amount) => Interlocked.Add(ref _value, amount) - amount;

    /// <summary>Sets the number and returns the one before.</summary>
    public int GetAndSet(int value) => Interlocked.Exchange(ref _value, value);

    /// <summary>Sets the number where it is the one expected, and says whether it was.</summary>
    public bool CompareAndSet(int expected, int newValue) => Interlocked.CompareExchange(ref _value, newValue, expected) == expected;

    /// <summary>Sets the number to 0.</summary>
    public void Reset() => Interlocked.Exchange(ref _value, 0);
}
