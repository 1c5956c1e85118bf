using Actors.Server.Configuration;

namespace Actors.Server.Console;

/// <summary>Columns of text, two spaces between them, each as wide as its widest cell.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a row; whatever a cell holds, it is shown as one line of printable characters.</summary>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(OneLine.Of)]);

    /// <summary>Writes the headings and the rows, without white space at line ends.</summary>
    public void WriteTo(TextWriter output)
    {
        var widths = Enumerable.Range(0, headings.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
