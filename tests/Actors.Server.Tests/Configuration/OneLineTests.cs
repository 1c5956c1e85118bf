using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

public class OneLineTests
{
    [Theory]
    [InlineData("plain ~ text", "plain ~ text")]
    [InlineData("größer 大厅 🎉", "größer 大厅 🎉")]
    [InlineData("a\nb\r\nc\td", "a b c d")]
    [InlineData("\u001b[2J\u0007", "\\u001b[2J\\u0007")]
    [InlineData("a\u202eb\u0085c", "a\\u202eb c")]
    [InlineData("\u009b31m\u007f", "\\u009b31m\\u007f")]
    public void Whatever_a_text_holds_it_becomes_one_printable_line(string text, string line) => Assert.Equal(line, OneLine.Of(text));
}
