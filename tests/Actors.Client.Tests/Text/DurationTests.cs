using Actors.Client.Text;

namespace Actors.Client.Tests.Text;

public sealed class DurationTests
{
    [Theory]
    [InlineData("10s", 10_000)]
    [InlineData("250ms", 250)]
    [InlineData("1.5", 1_500)]
    [InlineData("2m", 120_000)]
    [InlineData("0", 0)]
    public void A_time_is_read(string text, double milliseconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1h")]
    [InlineData("1 s")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("86401")]
    [InlineData("99999999999999999999999999")]
    public void What_is_no_time_or_too_long_is_refused(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData(0.25, "0.25 ms")]
    [InlineData(12, "12 ms")]
    [InlineData(5_000, "5 s")]
    [InlineData(1_250, "1.3 s")]
    public void A_time_is_shown(double milliseconds, string shown) =>
        Assert.Equal(shown, Duration.Show(TimeSpan.FromMilliseconds(milliseconds)));
}
