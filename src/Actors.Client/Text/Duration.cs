using System.Globalization;

namespace Actors.Client.Text;

/// <summary>Durations as options take them and as lines show them: <c>250ms</c>, <c>10s</c>, <c>1.5</c> (seconds), <c>2m</c>.</summary>
internal static class Duration
{
    /// <summary>The longest that is taken: a day, far below what any timer can hold.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads a duration from 0 to <see cref="Longest"/>.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var digits = text.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz");
        double? milliseconds = text.AsSpan(digits.Length) switch
        {
            "ms" => 1,
            "" or "s" => 1_000,
            "m" => 60_000,
            _ => null,
        };
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        if (number * milliseconds is not { } wanted
            || !(wanted <= Longest.TotalMilliseconds)) return false; // TryParse takes NaN, which is not
        duration = TimeSpan.FromMilliseconds(wanted);
        return true;
    }

    /// <summary>For a line that is read by people: <c>1.2 ms</c>, <c>5 s</c>.</summary>
    public static string Show(TimeSpan duration) => duration < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.###} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.#} s");
}
