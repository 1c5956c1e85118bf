namespace Akka.Util;

/// <summary>A reference that threads share.</summary>
public class AtomicReference<T> where T : class
{
    private T? _value;

    /// <summary>No object yet.</summary>
    public AtomicReference() { }

    /// <summary>A first object.</summary>
    public AtomicReference(T originalValue) => _value = originalValue;

    /// <summary>The object.</summary>
    public T Value
    {
        get => Volatile.Read(ref _value)!;
        set => Volatile.Write(ref _value, value);
    }

    /// <summary>Sets the object where it is the one expected, and says whether it was.</summary>
    public bool CompareAndSet(T expected, T newValue) => ReferenceEquals(Interlocked.CompareExchange(ref _value, newValue, expected), expected);

    /// <summary>Sets the object and returns the one before.</summary>
    public T GetAndSet(T newValue) => Interlocked.Exchange(ref _value, newValue)!;

    /// <summary>The object.</summary>
    public static implicit operator T(AtomicReference<T> atomicReference) => atomicReference.Value;
}
