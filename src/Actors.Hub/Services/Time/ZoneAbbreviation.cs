using System.Runtime.InteropServices;
using System.Text;

namespace Actors.Hub.Services.Time;

/// <summary>
/// The abbreviation of the system's time zone at a moment: CET, CEST, +0545. .NET has only long names, so on Unix the C library is asked,
/// for this alone: localtime_r(3) and strftime(3) with <c>%Z</c>. Both read the same TZ as .NET. Elsewhere it is .NET's name.
/// </summary>
public static class ZoneAbbreviation
{
    // struct tm is 56 bytes on 64-bit glibc, musl and macOS, 44 on 32 bits; nobody's is twice that.
    private const int BrokenDownTimeBytes = 128;

    /// <summary>Of the zone of this process (<see cref="TimeZoneInfo.Local"/>).</summary>
    public static string At(DateTimeOffset moment) =>
        OperatingSystem.IsWindows() ? NameOf(moment) : FromLibc(moment.ToUnixTimeSeconds()) ?? NameOf(moment);

    private static string NameOf(DateTimeOffset moment)
    {
        var zone = TimeZoneInfo.Local;
        return zone.IsDaylightSavingTime(moment) ? zone.DaylightName : zone.StandardName;
    }

    private static string? FromLibc(long seconds)
    {
        try
        {
            var brokenDown = new byte[BrokenDownTimeBytes];
            var text = new byte[64];
            // time_t has 64 bits, or 32 of which the low ones come first: every Unix that .NET runs on but s390x.
            return BreakDown(ref seconds, brokenDown) != 0
                && FormatTime(text, (nuint)text.Length, "%Z\0"u8.ToArray(), brokenDown) is > 0 and var length
                    ? Encoding.ASCII.GetString(text, 0, (int)length)
                    : null;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "localtime_r")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint BreakDown(ref long time, [In, Out] byte[] brokenDown);

    [DllImport("libc", EntryPoint = "strftime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nuint FormatTime([In, Out] byte[] text, nuint size, [In] byte[] format, [In] byte[] brokenDown);
}
