using System.Globalization;
using System.Text;

namespace Actors.Client.Text;

/// <summary>Bytes as rows of sixteen: offset, hexadecimal, and printable ASCII beside it.</summary>
internal static class HexDump
{
    private const int PerRow = 16;

    public static IEnumerable<string> Rows(byte[] bytes)
    {
        for (var offset = 0; offset < bytes.Length; offset += PerRow)
            yield return Row(bytes.AsSpan(offset, Math.Min(PerRow, bytes.Length - offset)), offset);
    }

    private static string Row(ReadOnlySpan<byte> bytes, int offset)
    {
        var row = new StringBuilder().Append(CultureInfo.InvariantCulture, $"  {offset:x4} ");
        for (var i = 0; i < PerRow; i++)
            row.Append(i < bytes.Length ? string.Create(CultureInfo.InvariantCulture, $" {bytes[i]:x2}") : "   ");
        row.Append("  ");
        foreach (var b in bytes)
            row.Append(b is >= 0x20 and < 0x7f ? (char)b : '.');
        return row.ToString();
    }
}
