using System.Globalization;

namespace Actors.Server.Configuration;

/// <summary>
/// Durations and sizes as HOCON writes them (https://github.com/lightbend/config/blob/main/HOCON.md, "Units format"): a number and
/// a unit, white space between them allowed. A duration without a unit is in milliseconds, a size without one in bytes.
/// </summary>
internal static class HoconUnits
{
    private static readonly (string[] Names, double Ticks)[] Durations =
    [
        (["d", "day", "days"], TimeSpan.TicksPerDay),
        (["h", "hour", "hours"], TimeSpan.TicksPerHour),
        (["m", "minute", "minutes"], TimeSpan.TicksPerMinute),
        (["s", "second", "seconds"], TimeSpan.TicksPerSecond),
        (["", "ms", "millisecond", "milliseconds", "milli", "millis"], TimeSpan.TicksPerMillisecond),
        (["us", "microsecond", "microseconds", "micro", "micros"], TimeSpan.TicksPerMicrosecond),
        (["ns", "nanosecond", "nanoseconds", "nano", "nanos"], TimeSpan.TicksPerMicrosecond / 1_000.0),
    ];

    private static readonly (string[] Names, long Bytes)[] Sizes =
    [
        (["", "B", "b", "byte", "bytes"], 1),
        (["kB", "kilobyte", "kilobytes"], 1_000),
        (["MB", "megabyte", "megabytes"], 1_000_000),
        (["K", "k", "Ki", "KiB", "kibibyte", "kibibytes"], 1 << 10),
        (["M", "m", "Mi", "MiB", "mebibyte", "mebibytes"], 1 << 20),
    ];

    /// <summary>Reads <c>10 s</c>, <c>500ms</c>, <c>1.5 minutes</c>, <c>250</c> (milliseconds).</summary>
    public static bool TryParseDuration(string text, out TimeSpan duration)
    {
        duration = default;
        if (!TrySplit(text, out var number, out var unit))
            return false;

        foreach (var (names, ticks) in Durations)
        {
            if (!names.Contains(unit, StringComparer.Ordinal))
                continue;
            var total = number * ticks;
            if (Math.Abs(total) >= TimeSpan.MaxValue.Ticks)
                return false;
            duration = TimeSpan.FromTicks((long)Math.Round(total));
            return true;
        }

        return false;
    }

    /// <summary>Reads a whole number, or a size in bytes such as <c>960</c>, <c>960 B</c>, <c>4 KiB</c>.</summary>
    public static bool TryParseSize(string text, out int bytes)
    {
        bytes = 0;
        if (!TrySplit(text, out var number, out var unit))
            return false;

        foreach (var (names, factor) in Sizes)
        {
            if (!names.Contains(unit, StringComparer.Ordinal))
                continue;
            var total = number * factor;
            if (total != Math.Truncate(total) || Math.Abs(total) > int.MaxValue)
                return false;
            bytes = (int)total;
            return true;
        }

        return false;
    }

    /// <summary>Writes a duration in the largest unit that holds it exactly: <c>10 s</c>, <c>1500 ms</c>.</summary>
    public static string Write(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
            return "0 ms";

        foreach (var (names, ticks) in Durations)
        {
            var unit = names[0].Length == 0 ? names[1] : names[0];
            if (duration.Ticks % ticks == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / ticks:0} {unit}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalNanoseconds:0} ns");
    }

    private static bool TrySplit(string text, out double number, out string unit)
    {
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAnyExcept("0123456789.-");
        var digits = end < 0 ? trimmed : trimmed[..end];
        unit = end < 0 ? "" : trimmed[end..].TrimStart();
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(digits, plain, CultureInfo.InvariantCulture, out number);
    }
}
