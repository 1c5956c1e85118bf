namespace Akka.Configuration.Hocon;

/// <summary>Keys and their values, in the order in which they were first seen.</summary>
public class HoconObject : IHoconElement
{
    /// <summary>The members. A key is one element of a path, without quotes.</summary>
    public Dictionary<string, HoconValue> Items { get; } = [];

    /// <summary>The members as dictionaries: a nested object becomes one, every other value stays a <see cref="HoconValue"/>.</summary>
    public IDictionary<string, object> Unwrapped =>
        Items.ToDictionary(item => item.Key, item => item.Value.GetObject() is { } child ? (object)child.Unwrapped : item.Value);

    /// <inheritdoc />
    public bool IsString() => false;

    /// <inheritdoc />
    public string? GetString() => null;

    /// <inheritdoc />
    public bool IsArray() => false;

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => [];

    /// <summary>The value of one key; null if there is none.</summary>
    public HoconValue? GetKey(string key) => Items.GetValueOrDefault(key);

    /// <summary>The value of one key, added without content if there is none.</summary>
    public HoconValue GetOrCreateKey(string key)
    {
        if (!Items.TryGetValue(key, out var value))
        {
            value = new HoconValue();
            Items.Add(key, value);
        }

        return value;
    }

    /// <summary>Lays another object over this one: two objects under one key are merged, of anything else the other's wins.</summary>
    public void Merge(HoconObject other)
    {
        foreach (var (key, theirs) in other.Items)
        {
            Items[key] = Items.TryGetValue(key, out var ours) ? Overlay(theirs, ours) : theirs;
        }
    }

    /// <summary>
    /// One value laid over another: two objects become a new one, in whose common keys <paramref name="upper"/> wins; of anything else
    /// only <paramref name="upper"/> is left. Neither is changed, and what needs no merging is shared.
    /// </summary>
    internal static HoconValue Overlay(HoconValue upper, HoconValue lower)
    {
        if (upper.GetObject() is not { } above || lower.GetObject() is not { } below)
        {
            return upper;
        }

        var merged = new HoconObject();
        foreach (var (key, value) in above.Items)
        {
            merged.Items.Add(key, below.Items.TryGetValue(key, out var covered) ? Overlay(value, covered) : value);
        }

        foreach (var (key, value) in below.Items)
        {
            merged.Items.TryAdd(key, value);
        }

        return HoconValue.Of(merged);
    }

    /// <summary>The members as HOCON, one a line.</summary>
    public override string ToString() => ToString(0);

    /// <summary>The members as HOCON, one a line, indented by <paramref name="indent"/> levels of two spaces.</summary>
    public string ToString(int indent) => HoconPrinter.PrintMembers(this, indent);
}
