using System.Collections.Frozen;
using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>
/// Times as Akka.NET reads them: a positive number, white space or none, and a unit of the HOCON specification
/// (https://github.com/lightbend/config/blob/main/HOCON.md#duration-format), in the case that is written there. No unit is milliseconds.
/// </summary>
internal static class HoconDuration
{
    private const string NoUnit = "";

    private static readonly FrozenDictionary<string, decimal> TicksPerUnit = Units(
        (0.01m, "ns nano nanos nanosecond nanoseconds"), // a tick is 100 ns
        (TimeSpan.TicksPerMicrosecond, "us micro micros microsecond microseconds"),
        (TimeSpan.TicksPerMillisecond, NoUnit + " ms milli millis millisecond milliseconds"),
        (TimeSpan.TicksPerSecond, "s second seconds"),
        (TimeSpan.TicksPerMinute, "m minute minutes"),
        (TimeSpan.TicksPerHour, "h hour hours"),
        (TimeSpan.TicksPerDay, "d day days"));

    /// <summary>The time that a text stands for, rounded to 100 ns.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static TimeSpan Parse(string? text, bool allowInfinite)
    {
        if (text == "infinite" && allowInfinite)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var (number, unit) = HoconQuantity.Split(text);
        if (!TicksPerUnit.TryGetValue(unit, out var ticks)
            || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount > TimeSpan.MaxValue.Ticks / ticks)
        {
            throw new FormatException($"Expected a positive time such as 500 ms, 10s or 1.5 minutes instead of '{text ?? "null"}'");
        }

        return TimeSpan.FromTicks((long)Math.Round(amount * ticks));
    }

    private static FrozenDictionary<string, decimal> Units(params (decimal Ticks, string Names)[] units) =>
        units.SelectMany(static unit => unit.Names.Split(' '), static (unit, name) => KeyValuePair.Create(name, unit.Ticks))
            .ToFrozenDictionary();
}
