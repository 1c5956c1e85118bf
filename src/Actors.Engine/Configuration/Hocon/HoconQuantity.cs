namespace Akka.Configuration.Hocon;

/// <summary>A number with a unit, taken apart.</summary>
internal static class HoconQuantity
{
    /// <summary>The part up to the first letter, and the rest. Neither is checked.</summary>
    public static (string Number, string Unit) Split(string? text)
    {
        text ??= "";
        var unit = text.AsSpan().IndexOfAnyInRange('A', 'z');
        return unit < 0 ? (text, "") : (text[..unit].TrimEnd(), text[unit..]);
    }
}
