using System.Globalization;

namespace Akka.Configuration.Hocon;

// What the text of a value means. Numbers are read in the invariant culture; text that does not fit throws FormatException or
// OverflowException, as the number types themselves do.
public partial class HoconValue
{
    /// <summary>
    /// The pieces joined, without white space at either end (quoted or not). Null for the text <c>null</c>, and for what is no text.
    /// </summary>
    public string? GetString()
    {
        if (!IsString())
        {
            return null;
        }

        var text = Values is [var only] ? only.GetString() : string.Concat(Values.Select(static piece => piece.GetString()));
        text = text?.Trim();
        return text == "null" ? null : text;
    }

    /// <summary>True for <c>on</c>, <c>true</c> and <c>yes</c>; false for <c>off</c>, <c>false</c> and <c>no</c>.</summary>
    /// <exception cref="NotSupportedException">It is none of these.</exception>
    public bool GetBoolean() => GetString() switch
    {
        "on" or "true" or "yes" => true,
        "off" or "false" or "no" => false,
        var other => throw new NotSupportedException($"Unknown boolean format: {other ?? "null"}"),
    };

    /// <summary>The value as a number.</summary>
    public byte GetByte() => byte.Parse(GetString()!, NumberFormatInfo.InvariantInfo);

    /// <inheritdoc cref="GetByte" />
    public int GetInt() => int.Parse(GetString()!, NumberFormatInfo.InvariantInfo);

    /// <inheritdoc cref="GetByte" />
    public long GetLong() => long.Parse(GetString()!, NumberFormatInfo.InvariantInfo);

    /// <inheritdoc cref="GetByte" />
    public float GetFloat() => float.Parse(GetString()!, NumberFormatInfo.InvariantInfo);

    /// <inheritdoc cref="GetByte" />
    public double GetDouble() => double.Parse(GetString()!, NumberFormatInfo.InvariantInfo);

    /// <inheritdoc cref="GetByte" />
    public decimal GetDecimal() => decimal.Parse(GetString()!, NumberFormatInfo.InvariantInfo);

    /// <summary>
    /// A number of bytes: <c>1024</c>, <c>10 MiB</c>, <c>4k</c> (units: <see cref="HoconByteSize"/>); null where there is no text.
    /// </summary>
    /// <exception cref="FormatException">It is no size.</exception>
    public long? GetByteSize() => GetString() is { Length: > 0 } text ? HoconByteSize.Parse(text) : null;

    /// <summary>A time: <c>10s</c>, <c>1.5 minutes</c>, a bare number of milliseconds (units: <see cref="HoconDuration"/>).</summary>
    /// <param name="allowInfinite">Whether <c>infinite</c> is taken, as <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <exception cref="FormatException">It is no time, or negative.</exception>
    public TimeSpan GetTimeSpan(bool allowInfinite = true) => HoconDuration.Parse(GetString(), allowInfinite);

    /// <summary>The elements of the array; empty where this is none.</summary>
    public IList<string> GetStringList() => ListOf(static element => element.GetString()!);

    /// <inheritdoc cref="GetStringList" />
    public IList<bool> GetBooleanList() => ListOf(static element => element.GetBoolean());

    /// <inheritdoc cref="GetStringList" />
    public IList<byte> GetByteList() => ListOf(static element => element.GetByte());

    /// <inheritdoc cref="GetStringList" />
    public IList<int> GetIntList() => ListOf(static element => element.GetInt());

    /// <inheritdoc cref="GetStringList" />
    public IList<long> GetLongList() => ListOf(static element => element.GetLong());

    /// <inheritdoc cref="GetStringList" />
    public IList<float> GetFloatList() => ListOf(static element => element.GetFloat());

    /// <inheritdoc cref="GetStringList" />
    public IList<double> GetDoubleList() => ListOf(static element => element.GetDouble());

    /// <inheritdoc cref="GetStringList" />
    public IList<decimal> GetDecimalList() => ListOf(static element => element.GetDecimal());

    private List<T> ListOf<T>(Func<HoconValue, T> convert) => GetArray().Select(convert).ToList();
}
