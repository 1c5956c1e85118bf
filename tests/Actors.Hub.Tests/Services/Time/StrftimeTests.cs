using Actors.Hub.Services.Time;

namespace Actors.Hub.Tests.Services.Time;

public sealed class StrftimeTests
{
    private static readonly StrftimeMoment Moment = new(new DateTimeOffset(2024, 3, 5, 4, 7, 9, TimeSpan.FromMinutes(345)), _ => "+0545");

    [Theory]
    [InlineData("%Y-%m-%d %X", "2024-03-05 04:07:09")]
    [InlineData("%A, %e %B", "Tuesday,  5 March")]
    [InlineData("%-d/%_m/%0e", "5/ 3/05")]
    [InlineData("%^a %#p %P %#Z", "TUE am am +0545")]
    [InlineData("%c|%^c", "Tue Mar  5 04:07:09 2024|TUE MAR  5 04:07:09 2024")]
    [InlineData("%z %_z %-z", "+0545 + 545 +545")]
    [InlineData("%_-d %-_d %-0_d", "5  5  5")]
    [InlineData("100%%", "100%")]
    [InlineData("", "")]
    public void A_directive_says_what_it_stands_for(string format, string text) => Assert.Equal(text, Format(format));

    [Theory]
    [InlineData("%5d")]
    [InlineData("%05d")]
    [InlineData("%-12Y")]
    [InlineData("%Ey %Od %EY")]
    [InlineData("%Q %i %v %+ %:z %N")]
    [InlineData("%^Q %#f")]
    [InlineData("%")]
    [InlineData("%-")]
    [InlineData("%^#_")]
    [InlineData("%5")]
    [InlineData("%E")]
    [InlineData("% d")]
    [InlineData("100%")]
    public void What_has_a_width_or_a_modifier_or_is_unknown_comes_back_as_written(string format) => Assert.Equal(format, Format(format));

    [Fact]
    public void After_what_is_unknown_the_rest_is_read_on() => Assert.Equal("%Q2024 %E%d %5%d", Format("%Q%Y %E%d %5%d"));

    /// <summary>The characters of the tests' strings are bytes: any of them, UTF-8 or not.</summary>
    [Theory]
    [InlineData("\u00e4\u00bd\u00a0 %H \u00ff\u00fe\0", "\u00e4\u00bd\u00a0 04 \u00ff\u00fe\0")]
    [InlineData("%\u00e4\u00bd\u00a0", "%\u00e4\u00bd\u00a0")]
    public void Every_other_byte_is_kept(string format, string text) => Assert.Equal(text, Format(format));

    [Theory]
    [InlineData(-210, "-0330")]
    [InlineData(-30, "-0030")]
    [InlineData(0, "+0000")]
    [InlineData(840, "+1400")]
    public void The_offset_has_its_sign(int minutes, string text)
    {
        Span<byte> destination = stackalloc byte[8];
        var local = new DateTimeOffset(2024, 3, 5, 4, 7, 9, TimeSpan.FromMinutes(minutes));
        var length = Strftime.Format("%z"u8, new StrftimeMoment(local, _ => ""), destination);
        Assert.Equal(text, Peers.Text(destination[..length]));
    }

    [Fact]
    public void What_does_not_fit_is_counted_and_not_written()
    {
        Span<byte> destination = stackalloc byte[8];
        destination.Fill((byte)'.');
        Assert.Equal(19, Strftime.Format("%Y-%m-%d %X"u8, Moment, destination[..5]));
        Assert.Equal("2024-...", Peers.Text(destination));
    }

    [Fact]
    public void Every_byte_after_the_percent_sign_gives_something_and_throws_nothing()
    {
        for (var first = 0; first < 256; first++)
        {
            for (var second = 0; second < 256; second++)
            {
                Assert.NotEqual("", Format($"%{(char)first}{(char)second}"));
            }
        }
    }

    private static string Format(string format)
    {
        Span<byte> destination = stackalloc byte[256];
        return Peers.Text(destination[..Strftime.Format(Peers.Bytes(format), Moment, destination)]);
    }
}
