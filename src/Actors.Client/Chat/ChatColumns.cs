using Actors.Client.Text;
using Spectre.Console;

namespace Actors.Client.Chat;

/// <summary>
/// A chat as columns, for a person: time, who, what. The second column is as wide as the widest sender so far, counted in cells, so that
/// names in any script stand under one another.
/// </summary>
internal sealed class ChatColumns
{
    private int _widest = ChatLine.LongestName;

    /// <summary>The line in Spectre.Console's markup.</summary>
    public string Markup(ChatLine line, DateTimeOffset local)
    {
        var time = $"[grey]{local:HH:mm:ss}[/] ";
        if (line.Sender is null) return $"{time}[yellow]{Escape(line.Whole)}[/]";
        var who = line.Name ?? line.Sender;
        _widest = Math.Max(_widest, CellWidth.Of(who));
        var from = line.Name is null ? "" : $" [grey]({Escape(line.Sender)})[/]";
        return $"{time}[teal]{Escape(CellWidth.Pad(who, _widest))}[/] [grey]|[/] {Escape(line.Text)}{from}";
    }

    private static string Escape(string text) => text.EscapeMarkup();
}
