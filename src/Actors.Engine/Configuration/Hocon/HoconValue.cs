namespace Akka.Configuration.Hocon;

/// <summary>
/// A value: the pieces that stand side by side after a key, in an array or at the root. As text they are joined, as an array their
/// elements are; an object stands alone.
/// </summary>
public partial class HoconValue : IMightBeAHoconObject
{
    /// <summary>A value without content.</summary>
    public HoconValue()
    {
    }

    /// <summary>The pieces, in the order of the text.</summary>
    public List<IHoconElement> Values { get; } = [];

    /// <summary>True if there is no piece, or only an object without members.</summary>
    public bool IsEmpty => Values.Count == 0 || Values[0] is HoconObject { Items.Count: 0 };

    /// <summary>The object that this value itself holds, as against one that it refers to.</summary>
    internal HoconObject? OwnObject => Values.Count > 0 ? Values[0] as HoconObject : null;

    internal static HoconValue Of(IHoconElement element)
    {
        var value = new HoconValue();
        value.Values.Add(element);
        return value;
    }

    /// <summary>True if this is an object or refers to one.</summary>
    public bool IsObject() => GetObject() is not null;

    /// <summary>The object; null where this is none.</summary>
    public HoconObject? GetObject() => Values.Count == 0 ? null : Values[0] switch
    {
        HoconObject own => own,
        IMightBeAHoconObject other => other.GetObject(),
        _ => null,
    };

    /// <summary>True if there are pieces, and all of them are text.</summary>
    public bool IsString() => Values.Count > 0 && Values.TrueForAll(static piece => piece.IsString());

    /// <summary>True if one of the pieces is an array.</summary>
    public bool IsArray() => Values.Exists(static piece => piece.IsArray());

    /// <summary>The elements of all arrays among the pieces; empty where there is none.</summary>
    public IList<HoconValue> GetArray() =>
        Values is [HoconArray only] ? only : Values.SelectMany(static piece => piece.GetArray()).ToList();

    /// <summary>The value of a key of this object; null where this is none or has no such key.</summary>
    public HoconValue? GetChildObject(string key) => GetObject()?.GetKey(key);

    /// <summary>Adds a piece.</summary>
    public void AppendValue(IHoconElement value) => Values.Add(value);

    /// <summary>Takes all pieces away.</summary>
    public void Clear() => Values.Clear();

    /// <summary>Puts one piece in the place of all.</summary>
    public void NewValue(IHoconElement value)
    {
        Values.Clear();
        Values.Add(value);
    }

    /// <summary>A configuration that has this value at its root.</summary>
    public Config ToConfig() => new(new HoconRoot(this));

    /// <summary>A configuration that has this value under one key.</summary>
    public Config AtKey(string key)
    {
        var parent = new HoconObject();
        parent.Items.Add(key, this);
        return Of(parent).ToConfig();
    }

    /// <summary>This value as HOCON that can be parsed again; an object as its members without braces.</summary>
    public override string ToString() => ToString(0);

    /// <summary>This value as HOCON, at a level of indentation; from level 1 on an object has its braces.</summary>
    public virtual string ToString(int indent) => HoconPrinter.Print(this, indent);
}
