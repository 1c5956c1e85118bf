using System.Globalization;
using System.Text;
using Akka.Configuration;

namespace Akka.Hosting;

/// <summary>Writes values as they stand in HOCON.</summary>
public static class HoconExtensions
{
    private const string OnlyWithinQuotes = "[]$\"\\{}:=,#`^?!@*&";

    /// <summary>A string, in quotes where it needs them; null is HOCON's null.</summary>
    public static string ToHocon(this string? text)
    {
        if (text is null) return "null";
        var escaped = Escape(text);
        return escaped.Length == 0 || escaped.AsSpan().ContainsAny(OnlyWithinQuotes) ? $"\"{escaped}\"" : escaped;
    }

    /// <summary>A truth value. Throws <see cref="ConfigurationException"/> for null.</summary>
    public static string ToHocon(this bool? value) => Given(value).ToHocon();

    /// <summary>A truth value.</summary>
    public static string ToHocon(this bool value) => value ? "on" : "off";

    /// <summary>A duration. Throws <see cref="ConfigurationException"/> for null, and for an infinite one where that is not allowed.</summary>
    public static string ToHocon(this TimeSpan? value, bool allowInfinite = false, bool zeroIsInfinite = false) =>
        Given(value).ToHocon(allowInfinite, zeroIsInfinite);

    /// <summary>
    /// A duration, in milliseconds; below zero, or at zero where that says so too, it is infinite. Throws
    /// <see cref="ConfigurationException"/> where that is not allowed.
    /// </summary>
    public static string ToHocon(this TimeSpan value, bool allowInfinite = false, bool zeroIsInfinite = false)
    {
        var isInfinite = value < TimeSpan.Zero || (zeroIsInfinite && value == TimeSpan.Zero);
        if (isInfinite && !allowInfinite) throw new ConfigurationException("Infinite value is not allowed");
        return isInfinite ? "infinite" : value.TotalMilliseconds.ToHocon();
    }

    /// <summary>A number. Throws <see cref="ConfigurationException"/> for null.</summary>
    public static string ToHocon(this float? value) => Given(value).ToHocon();

    /// <summary>A number.</summary>
    public static string ToHocon(this float value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number. Throws <see cref="ConfigurationException"/> for null.</summary>
    public static string ToHocon(this double? value) => Given(value).ToHocon();

    /// <summary>A number.</summary>
    public static string ToHocon(this double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number. Throws <see cref="ConfigurationException"/> for null.</summary>
    public static string ToHocon(this int? value) => Given(value).ToHocon();

    /// <summary>A number.</summary>
    public static string ToHocon(this int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number. Throws <see cref="ConfigurationException"/> for null.</summary>
    public static string ToHocon(this long? value) => Given(value).ToHocon();

    /// <summary>A number.</summary>
    public static string ToHocon(this long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The escapes of JSON, which HOCON takes within quotes (HOCON.md, "Unchanged from JSON"); above Latin-1 by number.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' or '"' or '/' => escaped.Append('\\').Append(c),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                > '\u00ff' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static T Given<T>(T? value)
        where T : struct
        => value ?? throw new ConfigurationException("Value can not be null");
}
