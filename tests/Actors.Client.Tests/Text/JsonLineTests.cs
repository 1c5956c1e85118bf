using System.Text;
using Actors.Client.Text;

namespace Actors.Client.Tests.Text;

public sealed class JsonLineTests
{
    [Fact]
    public void A_datagram_of_text_is_text_in_any_script() => Assert.Equal(
        """{"event":"heard","bytes":6,"text":"狗哥","from":null}""",
        JsonLine.Of("heard").WithDatagram(Encoding.UTF8.GetBytes("狗哥")).With("from", (string?)null).ToString());

    [Fact]
    public void A_datagram_that_is_no_text_is_hexadecimal() =>
        Assert.Equal("""{"event":"heard","bytes":2,"hex":"ff00"}""", JsonLine.Of("heard").WithDatagram([0xff, 0]).ToString());

    [Fact]
    public void What_a_terminal_would_obey_is_escaped()
    {
        var line = JsonLine.Of("heard").With("text", "\u001b[2J\n\u009b\u202e\u2028").ToString();

        Assert.Equal("""{"event":"heard","text":"\u001B[2J\n\u009B\u202E\u2028"}""", line);
    }

    [Fact]
    public void A_time_is_in_milliseconds() => Assert.Equal(
        """{"event":"ping","minMs":1.235,"maxMs":null}""",
        JsonLine.Of("ping").With("minMs", TimeSpan.FromMicroseconds(1_234.6)).With("maxMs", (TimeSpan?)null).ToString());
}
