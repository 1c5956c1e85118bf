using System.Globalization;
using Actors.Client.Text;

namespace Actors.Client.Tests.Fixtures;

/// <summary>
/// A terminal as far as the client uses one: carriage return, newline, erase to the end of the line, cursor forward; colours and modes
/// change nothing. A wide character takes two cells, the second of which is empty.
/// </summary>
internal sealed class Screen
{
    private readonly List<List<string>> _rows = [[]];

    public int Column { get; private set; }

    /// <summary>The row in which the cursor is.</summary>
    public string LastRow => Text(_rows[^1]);

    public IReadOnlyList<string> Rows => [.. _rows.Select(Text)];

    public static Screen Of(string output)
    {
        var screen = new Screen();
        screen.Write(output);
        return screen;
    }

    public void Write(string output)
    {
        for (var i = 0; i < output.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(output.AsSpan(i));
            if (output[i] == '\x1b') length = Obey(output.AsSpan(i));
            else if (output[i] is '\r' or '\n') length = Feed(output[i]);
            else Put(output.Substring(i, length));
            i += length;
        }
    }

    private static string Text(List<string> row) => string.Concat(row).TrimEnd();

    private int Feed(char c)
    {
        if (c == '\n') _rows.Add([]);
        Column = 0;
        return 1;
    }

    private void Put(string element)
    {
        var row = _rows[^1];
        while (row.Count < Column) row.Add(" ");
        for (var cell = 0; cell < CellWidth.OfElement(element); cell++, Column++)
        {
            if (row.Count > Column) row[Column] = cell == 0 ? element : "";
            else row.Add(cell == 0 ? element : "");
        }
    }

    private int Obey(ReadOnlySpan<char> sequence)
    {
        if (sequence is ['\x1b', not '[', ..]) return Math.Min(2, sequence.Length);
        var end = 2;
        while (end < sequence.Length && !char.IsAsciiLetter(sequence[end])) end++;
        if (end == sequence.Length) return end;
        var parameter = sequence[2..end];
        switch (sequence[end])
        {
            case 'K':
                if (_rows[^1].Count > Column) _rows[^1].RemoveRange(Column, _rows[^1].Count - Column);
                break;
            case 'C': Column += int.Parse(parameter, CultureInfo.InvariantCulture); break;
        }

        return end + 1;
    }
}
