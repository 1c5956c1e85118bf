using Actors.Server.Console;

namespace Actors.Server.Demo;

/// <summary>What was proved, a row each; it holds when every row does.</summary>
internal sealed class DemoTable
{
    private readonly List<(string What, string Figure, string Asked, bool Holds)> _rows = [];

    public bool Holds => _rows.TrueForAll(row => row.Holds);

    /// <summary>A figure that nothing is asked of.</summary>
    public void Add(string what, string figure) => _rows.Add((what, figure, "", true));

    public void Add(string what, string figure, string asked, bool holds) => _rows.Add((what, figure, asked, holds));

    public void WriteTo(TextWriter output)
    {
        var table = new TextTable("PROVED", "FIGURE", "ASKED FOR", "");
        foreach (var (what, figure, asked, holds) in _rows)
            table.Add(what, figure, asked, asked.Length == 0 ? "" : holds ? "holds" : "DOES NOT HOLD");
        table.WriteTo(output);
    }
}
