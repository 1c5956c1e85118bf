namespace Akka.Configuration.Hocon;

/// <summary>Text, quoted or not: once it is parsed, HOCON in Akka.NET knows no difference.</summary>
public class HoconLiteral : IHoconElement
{
    /// <summary>The text without its quotes, escapes undone.</summary>
    public string? Value { get; set; }

    /// <inheritdoc />
    public bool IsString() => true;

    /// <inheritdoc />
    public string? GetString() => Value;

    /// <inheritdoc />
    public bool IsArray() => false;

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => [];

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}
