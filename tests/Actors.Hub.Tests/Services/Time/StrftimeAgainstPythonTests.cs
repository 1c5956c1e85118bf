using System.Text;
using Actors.Hub.Services.Time;

namespace Actors.Hub.Tests.Services.Time;

/// <summary>Ours and the C library's agree, at any time, in any zone.</summary>
public sealed class StrftimeAgainstPythonTests
{
    private const string Directives = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%";
    private const string Flags = "-_0^#";

    // What stands between directives, two of them of three bytes and one that a directive could be mistaken for.
    private static readonly string[] Literals = ["", "", " ", ":", "T", "年", "狗哥", "100 ", "\n", "d"];

    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "Asia/Shanghai", "Asia/Kathmandu"];

    [PythonFact]
    public void Every_directive_with_every_combination_of_flags_says_what_python_says()
    {
        // Every subset of the flags, in order; and of those that say how to pad, also the other order.
        var flags = Enumerable.Range(0, 1 << Flags.Length)
            .Select(subset => string.Concat(Flags.Where((_, i) => (subset & (1 << i)) != 0)))
            .SelectMany(some => new[] { some, string.Concat(some.Reverse()) }).Distinct().ToList();
        var formats = Directives.SelectMany(directive => flags.Select(some => $"%{some}{directive}")).ToList();
        var moments = new long[] { 0, 951_782_400, 1_709_251_199, 1_735_689_599, 1_752_537_906, 2_145_916_800 };
        foreach (var zone in Zones)
        {
            Agree(zone, [.. moments.SelectMany(seconds => formats.Select(format => (seconds, format)))]);
        }
    }

    [PythonFact]
    public void A_thousand_random_formats_at_random_times_say_what_python_says()
    {
        var seed = Random.Shared.Next();
        foreach (var zone in Zones)
        {
            var random = new Random(seed);
            var questions = Enumerable.Range(0, 1_000).Select(_ => (random.NextInt64(0, 2_145_916_800), Format(random)));
            Agree(zone, [.. questions], $"seed {seed}, ");
        }
    }

    private static string Format(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ =>
        Literals[random.Next(Literals.Length)]
        + "%" + string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Flags[random.Next(Flags.Length)]))
        + Directives[random.Next(Directives.Length)]));

    private static void Agree(string zoneName, IReadOnlyList<(long Seconds, string Format)> questions, string seed = "")
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var expected = Python.Strftime(zoneName, questions);
        Assert.Equal(questions.Count, expected.Count);
        var buffer = new byte[4_096];
        foreach (var ((seconds, format), python) in questions.Zip(expected))
        {
            var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone);
            var length = Strftime.Format(Encoding.UTF8.GetBytes(format), new StrftimeMoment(local, at => Abbreviation(zone, at)), buffer);
            var ours = Encoding.UTF8.GetString(buffer, 0, length);
            Assert.True(python == ours, $"{seed}{zoneName} at {seconds}, format \"{format}\": python says \"{python}\", we say \"{ours}\"");
        }
    }

    /// <summary>
    /// What the zones' database has; ours asks the C library, which knows the zone of the process only (see the end-to-end tests).
    /// </summary>
    private static string Abbreviation(TimeZoneInfo zone, DateTimeOffset at)
    {
        var summer = zone.IsDaylightSavingTime(at);
        return zone.Id switch
        {
            "Europe/Berlin" => summer ? "CEST" : "CET",
            "Asia/Shanghai" => summer ? "CDT" : "CST",
            "Asia/Kathmandu" => $"+05{at.Offset.Minutes}",
            _ => "UTC",
        };
    }
}
