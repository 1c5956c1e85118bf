using Akka.Configuration.Hocon;

namespace Akka.Configuration;

// Values by path, converted. A missing path gives the default, or an empty list; what is there and does not fit throws as the
// conversions of HoconValue do.
public partial class Config
{
    /// <summary>Text; null if it is the literal null.</summary>
    public virtual string? GetString(string path, string? @default = null) => GetValue(path) is { } value ? value.GetString() : @default;

    /// <inheritdoc cref="HoconValue.GetBoolean" />
    public virtual bool GetBoolean(string path, bool @default = false) => GetValue(path)?.GetBoolean() ?? @default;

    /// <summary>A whole number.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="OverflowException">It is out of range.</exception>
    public virtual int GetInt(string path, int @default = 0) => GetValue(path)?.GetInt() ?? @default;

    /// <inheritdoc cref="GetInt" />
    public virtual long GetLong(string path, long @default = 0) => GetValue(path)?.GetLong() ?? @default;

    /// <summary>A number.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public float GetFloat(string path, float @default = 0) => GetValue(path)?.GetFloat() ?? @default;

    /// <inheritdoc cref="GetFloat" />
    public virtual double GetDouble(string path, double @default = 0) => GetValue(path)?.GetDouble() ?? @default;

    /// <inheritdoc cref="GetFloat" />
    public virtual decimal GetDecimal(string path, decimal @default = 0) => GetValue(path)?.GetDecimal() ?? @default;

    /// <inheritdoc cref="HoconValue.GetByteSize" />
    public virtual long? GetByteSize(string path) => GetByteSize(path, null);

    /// <inheritdoc cref="HoconValue.GetByteSize" />
    public virtual long? GetByteSize(string path, long? def = null) => GetValue(path) is { } value ? value.GetByteSize() : def;

    /// <inheritdoc cref="HoconValue.GetTimeSpan" />
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        GetValue(path)?.GetTimeSpan(allowInfinite) ?? @default.GetValueOrDefault();

    /// <inheritdoc cref="HoconValue.GetStringList" />
    public virtual IList<string> GetStringList(string path) => GetValue(path)?.GetStringList() ?? [];

    /// <summary>The elements of an array; <paramref name="defaultPaths"/> if the path is missing.</summary>
    public virtual IList<string> GetStringList(string path, string[] defaultPaths) => GetValue(path)?.GetStringList() ?? defaultPaths;

    /// <inheritdoc cref="HoconValue.GetStringList" />
    public virtual IList<bool> GetBooleanList(string path) => GetValue(path)?.GetBooleanList() ?? [];

    /// <inheritdoc cref="HoconValue.GetStringList" />
    public virtual IList<byte> GetByteList(string path) => GetValue(path)?.GetByteList() ?? [];

    /// <inheritdoc cref="HoconValue.GetStringList" />
    public virtual IList<int> GetIntList(string path) => GetValue(path)?.GetIntList() ?? [];

    /// <inheritdoc cref="HoconValue.GetStringList" />
    public virtual IList<long> GetLongList(string path) => GetValue(path)?.GetLongList() ?? [];

    /// <inheritdoc cref="HoconValue.GetStringList" />
    public virtual IList<float> GetFloatList(string path) => GetValue(path)?.GetFloatList() ?? [];

    /// <inheritdoc cref="HoconValue.GetStringList" />
    public virtual IList<double> GetDoubleList(string path) => GetValue(path)?.GetDoubleList() ?? [];

    /// <inheritdoc cref="HoconValue.GetStringList" />
    public virtual IList<decimal> GetDecimalList(string path) => GetValue(path)?.GetDecimalList() ?? [];
}
