namespace Akka.Configuration.Hocon;

/// <summary>
/// A reference, <c>${path}</c>, to a value elsewhere in the same text. It stands for that value as it is when all is parsed, so it may
/// look forward. A text that a <see cref="Config"/> falls back to later is not searched.
/// </summary>
public class HoconSubstitution : IHoconElement, IMightBeAHoconObject
{
    /// <summary>A reference that is not resolved yet.</summary>
    public HoconSubstitution(string path)
    {
        Path = path;
    }

    /// <summary>The path from the root.</summary>
    public string Path { get; }

    /// <summary>What the path leads to; null until the whole text is parsed.</summary>
    public HoconValue? ResolvedValue { get; internal set; }

    /// <inheritdoc />
    public bool IsString() => ResolvedValue?.IsString() ?? false;

    /// <inheritdoc />
    public string? GetString() => ResolvedValue?.GetString();

    /// <inheritdoc />
    public bool IsArray() => ResolvedValue?.IsArray() ?? false;

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => ResolvedValue?.GetArray() ?? [];

    /// <inheritdoc />
    public bool IsObject() => ResolvedValue?.IsObject() ?? false;

    /// <inheritdoc />
    public HoconObject? GetObject() => ResolvedValue?.GetObject();
}
