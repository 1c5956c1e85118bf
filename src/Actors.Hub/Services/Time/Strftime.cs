using System.Globalization;

namespace Actors.Hub.Services.Time;

/// <summary>
/// strftime(3) in the C locale, over bytes: whatever is no directive is kept as it stands, so UTF-8 text passes through.
/// <code>
/// directive = "%" *( "-" / "_" / "0" / "^" / "#" ) conversion
/// conversion = one of aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%
/// </code>
/// The flags are glibc's: <c>-</c> no padding, <c>_</c> padding with spaces, <c>0</c> with zeros, <c>^</c> capitals, <c>#</c> the other
/// case. Where several say how to pad, the last wins. What has a width, <c>E</c> or <c>O</c>, or is unknown, comes back as written.
/// </summary>
public static class Strftime
{
    /// <summary>Writes a time in a format.</summary>
    /// <param name="format">The format, any bytes.</param>
    /// <param name="time">The time.</param>
    /// <param name="destination">Where it is written, as far as it fits.</param>
    /// <returns>How many bytes the whole of it has; more than the destination's length where it did not fit.</returns>
    public static int Format(ReadOnlySpan<byte> format, StrftimeMoment time, Span<byte> destination)
    {
        var output = new StrftimeOutput(destination);
        Expand(format, time, ref output, StrftimeCase.AsIs);
        return output.Length;
    }

    private static void Expand(ReadOnlySpan<byte> format, StrftimeMoment time, ref StrftimeOutput output, StrftimeCase letters)
    {
        while (format.IndexOf((byte)'%') is >= 0 and var percent)
        {
            output.Append(format[..percent], letters);
            format = format[percent..];
            var directive = StrftimeDirective.Read(format);
            if (directive.IsPlain && Expand(directive, time, ref output, letters))
            {
                format = format[directive.Length..];
            }
            else
            {
                output.Append(format[..directive.Length], letters);
                format = format[directive.Length..];
            }
        }

        output.Append(format, letters);
    }

    /// <summary>Writes what a directive stands for; false for one that is unknown.</summary>
    private static bool Expand(StrftimeDirective directive, StrftimeMoment moment, ref StrftimeOutput output, StrftimeCase outer)
    {
        var time = moment.Local;
        // Within a directive that is made of others, such as %c, its own ^ holds; the rest of its flags does not reach inside.
        var upper = directive.Upper || outer == StrftimeCase.Upper ? StrftimeCase.Upper : StrftimeCase.AsIs;
        var name = directive.OtherCase ? StrftimeCase.Upper : upper;
        var lower = directive.OtherCase ? StrftimeCase.Lower : upper;
        switch (directive.Conversion)
        {
            case (byte)'a': output.Append(Names.AbbreviatedDayNames[(int)time.DayOfWeek], name); break;
            case (byte)'A': output.Append(Names.DayNames[(int)time.DayOfWeek], name); break;
            case (byte)'b' or (byte)'h': output.Append(Names.AbbreviatedMonthNames[time.Month - 1], name); break;
            case (byte)'B': output.Append(Names.MonthNames[time.Month - 1], name); break;
            case (byte)'p': output.Append(HalfOfDay(time), lower); break;
            case (byte)'P': output.Append(HalfOfDay(time), StrftimeCase.Lower); break;
            case (byte)'Z': output.Append(moment.Zone, lower); break;
            case (byte)'z': Zone(directive, time.Offset, ref output); break;

            case (byte)'c': Expand("%a %b %e %H:%M:%S %Y"u8, moment, ref output, upper); break;
            case (byte)'D' or (byte)'x': Expand("%m/%d/%y"u8, moment, ref output, upper); break;
            case (byte)'F': Expand("%Y-%m-%d"u8, moment, ref output, upper); break;
            case (byte)'r': Expand("%I:%M:%S %p"u8, moment, ref output, upper); break;
            case (byte)'R': Expand("%H:%M"u8, moment, ref output, upper); break;
            case (byte)'T' or (byte)'X': Expand("%H:%M:%S"u8, moment, ref output, upper); break;

            case (byte)'n': output.Append("\n"u8, StrftimeCase.AsIs); break;
            case (byte)'t': output.Append("\t"u8, StrftimeCase.AsIs); break;
            case (byte)'%': output.Append("%"u8, StrftimeCase.AsIs); break;
            default: return Number(directive, time, ref output);
        }

        return true;
    }

    private static bool Number(StrftimeDirective directive, DateTimeOffset time, ref StrftimeOutput output)
    {
        var date = time.DateTime;
        var (number, digits, padding) = directive.Conversion switch
        {
            (byte)'C' => (date.Year / 100, 2, '0'),
            (byte)'d' => (date.Day, 2, '0'),
            (byte)'e' => (date.Day, 2, ' '),
            (byte)'g' => (ISOWeek.GetYear(date) % 100, 2, '0'),
            (byte)'G' => (ISOWeek.GetYear(date), 1, '0'),
            (byte)'H' => (date.Hour, 2, '0'),
            (byte)'I' => (HourOfTwelve(date), 2, '0'),
            (byte)'j' => (date.DayOfYear, 3, '0'),
            (byte)'k' => (date.Hour, 2, ' '),
            (byte)'l' => (HourOfTwelve(date), 2, ' '),
            (byte)'m' => (date.Month, 2, '0'),
            (byte)'M' => (date.Minute, 2, '0'),
            (byte)'s' => (time.ToUnixTimeSeconds(), 1, '0'),
            (byte)'S' => (date.Second, 2, '0'),
            (byte)'u' => (DaysSinceMonday(date) + 1, 1, '0'),
            (byte)'U' => ((date.DayOfYear + 6 - (int)date.DayOfWeek) / 7, 2, '0'),
            (byte)'V' => (ISOWeek.GetWeekOfYear(date), 2, '0'),
            (byte)'w' => ((int)date.DayOfWeek, 1, '0'),
            (byte)'W' => ((date.DayOfYear + 6 - DaysSinceMonday(date)) / 7, 2, '0'),
            (byte)'y' => (date.Year % 100, 2, '0'),
            (byte)'Y' => (date.Year, 1, '0'),
            _ => (0L, 0, '0'),
        };
        if (digits == 0)
        {
            return false;
        }

        output.Append(number, digits, directive.Padding(padding));
        return true;
    }

    /// <summary>+0545: the sign always, then hours and minutes.</summary>
    private static void Zone(StrftimeDirective directive, TimeSpan offset, ref StrftimeOutput output)
    {
        output.Append(offset < TimeSpan.Zero ? "-"u8 : "+"u8, StrftimeCase.AsIs);
        output.Append((Math.Abs(offset.Hours) * 100) + Math.Abs(offset.Minutes), 4, directive.Padding('0'));
    }

    // The invariant culture's names are the C locale's.
    private static DateTimeFormatInfo Names => CultureInfo.InvariantCulture.DateTimeFormat;

    private static string HalfOfDay(DateTimeOffset time) => time.Hour < 12 ? "AM" : "PM";

    private static int HourOfTwelve(DateTime time) => (time.Hour + 11) % 12 + 1;

    private static int DaysSinceMonday(DateTime time) => ((int)time.DayOfWeek + 6) % 7;
}
