using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

public class HoconUnitsTests
{
    [Theory]
    [InlineData("10 s", 10_000)]
    [InlineData("500ms", 500)]
    [InlineData(" 500  milliseconds ", 500)]
    [InlineData("250", 250)]
    [InlineData("1.5 minutes", 90_000)]
    [InlineData("2 h", 7_200_000)]
    [InlineData("1 day", 86_400_000)]
    [InlineData("1000 us", 1)]
    [InlineData("1000000 ns", 1)]
    [InlineData("-1 s", -1_000)]
    public void A_duration_is_a_number_and_a_unit(string text, long milliseconds)
    {
        Assert.True(HoconUnits.TryParseDuration(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("ten s")]
    [InlineData("10 potatoes")]
    [InlineData("10 S")]
    [InlineData("1e3 s")]
    [InlineData("1..5 s")]
    [InlineData("99999999999999 d")]
    [InlineData("infinite")]
    public void Anything_else_is_no_duration(string text) => Assert.False(HoconUnits.TryParseDuration(text, out _));

    [Theory]
    [InlineData("960", 960)]
    [InlineData("960 B", 960)]
    [InlineData("4 KiB", 4_096)]
    [InlineData("4k", 4_096)]
    [InlineData("1 kB", 1_000)]
    [InlineData("1.5 K", 1_536)]
    [InlineData("1 MiB", 1_048_576)]
    public void A_size_is_a_number_and_a_unit(string text, int bytes)
    {
        Assert.True(HoconUnits.TryParseSize(text, out var size));
        Assert.Equal(bytes, size);
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("0.5")]
    [InlineData("3 GiB")]
    [InlineData("4096 MiB")]
    public void Anything_else_is_no_size(string text) => Assert.False(HoconUnits.TryParseSize(text, out _));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(500, "500 ms")]
    [InlineData(10_000, "10 s")]
    [InlineData(10_500, "10500 ms")]
    [InlineData(600_000, "10 m")]
    [InlineData(86_400_000, "1 d")]
    public void A_duration_is_written_in_the_largest_unit_that_holds_it(int milliseconds, string text)
    {
        Assert.Equal(text, HoconUnits.Write(TimeSpan.FromMilliseconds(milliseconds)));
        Assert.True(HoconUnits.TryParseDuration(text, out var back));
        Assert.Equal(milliseconds, back.TotalMilliseconds);
    }
}
