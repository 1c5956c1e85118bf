using System.Buffers;
using Actors.Hub.Protocol;

namespace Actors.Hub.Tests.Protocol;

public sealed class LineWriterTests
{
    private readonly LineWriter _line = new();

    [Fact]
    public void Who_is_in_line_mode_gets_the_newline_and_everyone_else_exactly_what_was_written()
    {
        Assert.Equal("\n"u8, _line.For(lineMode: true));
        Assert.True(_line.For(lineMode: false).IsEmpty);
        _line.Append("one "u8).Append("zwei 狗");
        "3"u8.CopyTo(_line.Extend(1));
        Assert.Equal("one zwei 狗3", _line.ToString());
        Assert.Equal("one zwei 狗3\n"u8, _line.For(lineMode: true));
        Assert.Equal("one zwei 狗3"u8, _line.For(lineMode: false));
        _line.Clear();
        Assert.Equal((0, ""), (_line.Length, _line.ToString()));
    }

    [Fact]
    public void It_can_be_written_to_as_any_buffer()
    {
        IBufferWriter<byte> buffer = _line;
        buffer.Write("hello"u8);
        "!!"u8.CopyTo(buffer.GetMemory(2).Span);
        buffer.Advance(2);
        Assert.Equal("hello!!\n"u8, _line.For(lineMode: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(LineWriter.MaxLength));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
    }

    [Theory]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(LineWriter.MaxLength)]
    public void It_holds_as_much_as_a_datagram(int length)
    {
        for (var written = 0; written < length; written += 511)
        {
            _line.Extend(Math.Min(511, length - written)).Fill((byte)'x');
        }

        Assert.Equal(new string('x', length) + "\n", Peers.Text(_line.For(lineMode: true)));
    }

    [Fact]
    public void More_than_a_datagram_holds_is_refused_and_what_was_written_stays()
    {
        _line.Extend(LineWriter.MaxLength - 1).Fill((byte)'x');
        _line.Append("y"u8);
        Assert.Throws<InvalidOperationException>(() => _line.Append("z"u8));
        Assert.Throws<InvalidOperationException>(() => _line.GetSpan());
        Assert.EndsWith("xy", _line.ToString(), StringComparison.Ordinal);
    }
}
