using Actors.Client.Text;

namespace Actors.Client.Tests.Text;

public sealed class HexDumpTests
{
    [Fact]
    public void Sixteen_bytes_are_a_row_and_the_last_is_as_wide()
    {
        var rows = HexDump.Rows([.. Enumerable.Range(0x55, 18).Select(value => (byte)value)]).ToList();

        Assert.Equal("  0000  55 56 57 58 59 5a 5b 5c 5d 5e 5f 60 61 62 63 64  UVWXYZ[\\]^_`abcd", rows[0]);
        Assert.Equal("  0010  65 66                                            ef", rows[1]);
    }

    [Fact]
    public void What_is_not_printable_is_a_dot() => Assert.EndsWith("  .a.", HexDump.Rows([0x1b, (byte)'a', 0xff]).Single());

    [Fact]
    public void Nothing_has_no_rows() => Assert.Empty(HexDump.Rows([]));
}
