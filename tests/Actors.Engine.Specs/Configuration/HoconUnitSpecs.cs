using Akka.Configuration;

namespace Actors.Engine.Specs.Configuration;

/// <summary>Times and sizes.</summary>
public class HoconUnitSpecs
{
    [Theory]
    [InlineData("10", 10)]
    [InlineData("10ms", 10)]
    [InlineData("500 ms", 500)]
    [InlineData("1 milli", 1)]
    [InlineData("2 millis", 2)]
    [InlineData("1 millisecond", 1)]
    [InlineData("2 milliseconds", 2)]
    [InlineData("10s", 10_000)]
    [InlineData("0.05 s", 50)]
    [InlineData("1 second", 1_000)]
    [InlineData("10 seconds", 10_000)]
    [InlineData("1.5 minutes", 90_000)]
    [InlineData("1 minute", 60_000)]
    [InlineData("2m", 120_000)]
    [InlineData("1 hour", 3_600_000)]
    [InlineData("2 hours", 7_200_000)]
    [InlineData("3h", 10_800_000)]
    [InlineData("1 day", 86_400_000)]
    [InlineData("2 days", 172_800_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("\"10 s\"", 10_000)]
    public void A_time_has_a_unit_or_is_in_milliseconds(string text, double milliseconds)
    {
        Assert.Equal(milliseconds, Parse(text).GetTimeSpan("x").TotalMilliseconds);
    }

    [Theory]
    [InlineData("1234 ns", 12)]
    [InlineData("1000 nanoseconds", 10)]
    [InlineData("7us", 70)]
    [InlineData("123 microseconds", 1_230)]
    [InlineData("5 micros", 50)]
    public void A_time_may_be_as_short_as_100_ns(string text, long ticks)
    {
        Assert.Equal(ticks, Parse(text).GetTimeSpan("x").Ticks);
    }

    [Fact]
    public void A_time_may_be_infinite_where_that_is_allowed()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, Parse("infinite").GetTimeSpan("x"));
        Assert.Throws<FormatException>(() => Parse("infinite").GetTimeSpan("x", allowInfinite: false));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("10 S")]
    [InlineData("10 parsecs")]
    public void What_is_no_time_is_an_error(string text)
    {
        Assert.Throws<FormatException>(() => Parse(text).GetTimeSpan("x"));
    }

    [Theory]
    [InlineData("11", 11)]
    [InlineData("11b", 11)]
    [InlineData("11 byte", 11)]
    [InlineData("11bytes", 11)]
    [InlineData("11kB", 11_000)]
    [InlineData("11 kilobytes", 11_000)]
    [InlineData("4 KiB", 4_096)]
    [InlineData("1k", 1_024)]
    [InlineData("1K", 1_024)]
    [InlineData("1Ki", 1_024)]
    [InlineData("1 kibibyte", 1_024)]
    [InlineData("3MB", 3_000_000)]
    [InlineData("3 megabyte", 3_000_000)]
    [InlineData("10MiB", 10_485_760)]
    [InlineData("1m", 1_048_576)]
    [InlineData("1M", 1_048_576)]
    [InlineData("2 mebibytes", 2_097_152)]
    [InlineData("2GB", 2_000_000_000)]
    [InlineData("1 GiB", 1_073_741_824)]
    [InlineData("1TB", 1_000_000_000_000)]
    [InlineData("1t", 1_099_511_627_776)]
    [InlineData("1 PB", 1_000_000_000_000_000)]
    [InlineData("1PiB", 1_125_899_906_842_624)]
    [InlineData("1EB", 1_000_000_000_000_000_000)]
    [InlineData("1 exbibyte", 1_152_921_504_606_846_976)]
    public void A_size_has_a_unit_or_is_in_bytes(string text, long bytes)
    {
        Assert.Equal(bytes, Parse(text).GetByteSize("x"));
    }

    [Fact]
    public void A_size_of_nothing_is_null()
    {
        Assert.Null(ConfigurationFactory.ParseString("x = ").GetByteSize("x"));
    }

    [Theory]
    [InlineData("much")]
    [InlineData("1 bucket")]
    public void What_is_no_size_is_an_error(string text)
    {
        Assert.Throws<FormatException>(() => Parse(text).GetByteSize("x"));
    }

    private static Config Parse(string text) => ConfigurationFactory.ParseString($"x = {text}");
}
