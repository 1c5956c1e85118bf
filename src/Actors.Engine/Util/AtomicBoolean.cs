namespace Akka.Util;

/// <summary>A flag that threads share.</summary>
public class AtomicBoolean
{
    private int _value;

    /// <summary>A flag with a first value.</summary>
    public AtomicBoolean(bool initialValue = false) => _value = initialValue ? 1 : 0;

    /// <summary>The value.</summary>
    public bool Value
    {
        get => Volatile.Read(ref _value) == 1;
        set => Volatile.Write(ref _value, value ? 1 : 0);
    }

    /// <summary>Sets the value where it is the one expected, and says whether it was.</summary>
    public bool CompareAndSet(bool expected, bool newValue)
    {
        var before = expected ? 1 : 0;
        return Interlocked.CompareExchange(ref _value, newValue ? 1 : 0, before) == before;
    }

    /// <summary>Sets the value and returns the one before.</summary>
    public bool GetAndSet(bool newValue) => Interlocked.Exchange(ref _value, newValue ? 1 : 0) == 1;

    /// <summary>The value.</summary>
    public static implicit operator bool(AtomicBoolean atomicBoolean) => atomicBoolean.Value;
}
