using Actors.Server.Console;

namespace Actors.Server.Tests.Console;

public class BoundedLineReaderTests
{
    [Fact]
    public void Lines_end_at_LF_or_CR_LF_and_the_last_needs_no_end() => Assert.Equal(["a", "", "b", "c"], Lines("a\n\nb\r\nc"));

    [Fact]
    public void A_long_line_is_cut_and_the_next_one_is_whole() => Assert.Equal(["1234", "ok"], Lines("123456789\nok\n"));

    [Fact]
    public void Nothing_has_no_lines() => Assert.Empty(Lines(""));

    private static List<string> Lines(string text)
    {
        var reader = new BoundedLineReader(new StringReader(text), maxLength: 4);
        var lines = new List<string>();
        while (reader.Read() is { } line)
            lines.Add(line);
        return lines;
    }
}
