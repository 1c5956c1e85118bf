using System.Text;
using Actors.Client.Load;

namespace Actors.Client.Tests.Load;

public sealed class LoadLineTests
{
    private const ushort Run = 0xBEEF;
    private const long Number = 0x123456789ABC;
    private const long Time = 0x1122334455667788;
    private const string Digits = "BEEF123456789ABC1122334455667788";

    [Fact]
    public void A_line_is_its_digits_and_a_filler() => Assert.Equal(Digits + "xxxx", Line(36));

    [Theory]
    [InlineData("Ack {0}. from 127.0.0.1:7")]
    [InlineData("Ack {0}. from [::1]:7\n")]
    [InlineData("Ack b'{0}'. from 127.0.0.1:7")]
    public void What_a_hub_makes_of_it_is_read(string heard)
    {
        var datagram = Bytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, heard, Line(48).ToUpperInvariant()));

        Assert.True(LoadLine.TryRead(datagram, Run, out var number, out var time));
        Assert.Equal((Number, Time), (number, time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ack ")]
    [InlineData("Ack b'")]
    [InlineData("Bye!")]
    [InlineData("Ack HELLO. from 127.0.0.1:7")]
    [InlineData("Ack BEEF123456789ABC112233445566778. from 127.0.0.1:7")] // a digit short
    [InlineData("Ack BEE0123456789ABC1122334455667788. from 127.0.0.1:7")] // another load's
    [InlineData("the room is full")]
    public void What_is_no_line_of_this_load_is_not(string heard) => Assert.False(LoadLine.TryRead(Bytes(heard), Run, out _, out _));

    private static string Line(int length)
    {
        var line = new byte[length];
        LoadLine.Write(line, Run, Number, Time);
        return Encoding.ASCII.GetString(line);
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
