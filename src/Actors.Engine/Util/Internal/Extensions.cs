namespace Akka.Util.Internal;

/// <summary>What Akka.NET's own code and specs are used to.</summary>
public static class Extensions
{
    /// <summary>A cast.</summary>
    public static T AsInstanceOf<T>(this object self) => (T)self;

    /// <summary>Does <paramref name="action"/> for each.</summary>
    public static void ForEach<T>(this IEnumerable<T> source, Action<T> action)
    {
        foreach (var each in source) action(each);
    }

    /// <summary>The first, or the type's default.</summary>
    public static T Head<T>(this IEnumerable<T> self) => self.FirstOrDefault()!;

    /// <summary>All but the first <paramref name="count"/>.</summary>
    public static IEnumerable<T> Drop<T>(this IEnumerable<T> self, int count) => self.Skip(count);

    /// <summary>All in one text.</summary>
    public static string Join(this IEnumerable<string> self, string separator) => string.Join(separator, self);

    /// <summary>The later one.</summary>
    public static TimeSpan Max(this TimeSpan @this, TimeSpan other) => @this > other ? @this : other;

    /// <summary>The earlier one.</summary>
    public static TimeSpan Min(this TimeSpan @this, TimeSpan other) => @this < other ? @this : other;
}
