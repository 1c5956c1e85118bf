using System.Globalization;

namespace Akka.Hosting.Internal;

/// <summary>Writes values as HOCON text.</summary>
internal static class HoconText
{
    /// <summary>A quoted string: within quotes HOCON takes the escapes of JSON (HOCON.md, "Unchanged from JSON").</summary>
    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t")}\"";

    public static string OnOff(bool value) => value ? "on" : "off";

    public static string Milliseconds(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan ? "infinite" : string.Create(CultureInfo.InvariantCulture, $"{value.TotalMilliseconds}ms");
}
