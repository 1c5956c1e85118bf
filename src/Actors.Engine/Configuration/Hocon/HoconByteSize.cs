using System.Collections.Frozen;
using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>
/// Sizes as Akka.NET reads them: a number, white space or none, and a unit of the HOCON specification
/// (https://github.com/lightbend/config/blob/main/HOCON.md#size-in-bytes-format), in the case that is written there. No unit is bytes;
/// <c>kB</c> is 1,000 and <c>k</c>, <c>K</c>, <c>Ki</c> and <c>KiB</c> are 1,024.
/// </summary>
internal static class HoconByteSize
{
    private const NumberStyles NumberFormat = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private static readonly FrozenDictionary<string, decimal> BytesPerUnit = Units();

    /// <summary>The number of bytes that a text stands for, rounded towards zero.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static long Parse(string text)
    {
        var (number, unit) = HoconQuantity.Split(text);
        if (!BytesPerUnit.TryGetValue(unit, out var factor)
            || !decimal.TryParse(number, NumberFormat, CultureInfo.InvariantCulture, out var amount)
            || Math.Abs(amount) > long.MaxValue / factor)
        {
            throw new FormatException($"Expected a size such as 512, 4 KiB or 10 MB, at most 8 EiB, instead of '{text}'");
        }

        return (long)(amount * factor);
    }

    private static FrozenDictionary<string, decimal> Units()
    {
        var units = new Dictionary<string, decimal> { [""] = 1, ["b"] = 1, ["B"] = 1, ["byte"] = 1, ["bytes"] = 1 };
        var (decimalFactor, binaryFactor) = (1m, 1m);
        foreach (var (letter, decimalName, binaryName) in Prefixes)
        {
            decimalFactor *= 1000;
            binaryFactor *= 1024;
            var upper = char.ToUpperInvariant(letter);
            Add(decimalFactor, $"{letter}B", $"{decimalName}byte", $"{decimalName}bytes");
            Add(binaryFactor, $"{upper}", $"{char.ToLowerInvariant(letter)}", $"{upper}i", $"{upper}iB");
            Add(binaryFactor, $"{binaryName}byte", $"{binaryName}bytes");
        }

        return units.ToFrozenDictionary();

        void Add(decimal factor, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                units.Add(name, factor);
            }
        }
    }

    // In the order of their powers; the letter's case is that of the decimal unit: kB, but MB.
    private static (char Letter, string Decimal, string Binary)[] Prefixes =>
    [
        ('k', "kilo", "kibi"),
        ('M', "mega", "mebi"),
        ('G', "giga", "gibi"),
        ('T', "tera", "tebi"),
        ('P', "peta", "pebi"),
        ('E', "exa", "exbi"),
    ];
}
