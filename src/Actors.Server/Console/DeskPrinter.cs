using Actors.Hub;

namespace Actors.Server.Console;

/// <summary>
/// Shows the operator what people at the desk write, as it comes: asks the hub, waits, writes, asks again. A terminal that takes nothing
/// holds up this thread alone, and the hub keeps (and bounds) what is unread.
/// </summary>
/// <param name="output">The console's output.</param>
/// <param name="hub">The hub.</param>
/// <param name="inColour">Whether the text is highlighted by ANSI escape sequences.</param>
internal sealed class DeskPrinter(TextWriter output, IHubQuestions hub, bool inColour)
{
    // Bold on blue, and back: ECMA-48, 8.3.117 (SGR).
    private const string Highlight = "\u001b[1;44m";
    private const string Plain = "\u001b[0m";

    /// <summary>Runs until the console is closed or the output is gone.</summary>
    /// <param name="isOpen">Whether the operator still reads.</param>
    public void Run(Func<bool> isOpen)
    {
        try
        {
            do
            {
                Write(hub.NextNews());
            }
            while (isOpen());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The terminal is gone, or the hub is.
        }
    }

    private void Write(DeskNews news)
    {
        if (news.Missed > 0)
            output.WriteLine($"{news.Missed} earlier messages were dropped unread");
        foreach (var message in news.Messages)
            output.WriteLine($"来自[{message.Endpoint}]的一条消息: {(inColour ? Highlight + message.Text + Plain : message.Text)}");
    }
}
