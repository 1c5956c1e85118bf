using System.Collections;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Equal as messages: by the values' own equality, and sequences item by item.</summary>
public class AkkaAssertEqualityComparer<T> : IEqualityComparer<T>
{
    private readonly bool _skipTypeCheck;
    private readonly IEqualityComparer? _innerComparer;

    /// <summary>Makes a comparer.</summary>
    /// <param name="skipTypeCheck">Whether values of different types can be equal as sequences.</param>
    /// <param name="innerComparer">Compares the items of sequences; by this class where null.</param>
    public AkkaAssertEqualityComparer(bool skipTypeCheck = false, IEqualityComparer? innerComparer = null)
    {
        _skipTypeCheck = skipTypeCheck;
        _innerComparer = innerComparer;
    }

    /// <inheritdoc />
    public bool Equals(T? x, T? y)
    {
        if (x is null || y is null) return x is null && y is null;
        if (x is IEquatable<T> equatable && equatable.Equals(y)) return true;
        if (x is IComparable<T> comparable && comparable.CompareTo(y) == 0) return true;
        if (x.Equals(y)) return true;
        if (!_skipTypeCheck && x.GetType() != y.GetType()) return false;
        return x is not string && x is IEnumerable xs && y is IEnumerable ys && ItemsEqual(xs, ys);
    }

    /// <summary>Not needed to compare.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public int GetHashCode(T obj) => throw new NotSupportedException();

    private bool ItemsEqual(IEnumerable xs, IEnumerable ys)
    {
        var inner = _innerComparer;
        var items = new AkkaAssertEqualityComparer<object>(skipTypeCheck: true);
        var (left, right) = (xs.GetEnumerator(), ys.GetEnumerator());
        while (true)
        {
            var (leftHas, rightHas) = (left.MoveNext(), right.MoveNext());
            if (!leftHas || !rightHas) return leftHas == rightHas;
            if (inner is not null ? !inner.Equals(left.Current, right.Current) : !items.Equals(left.Current, right.Current)) return false;
        }
    }
}
