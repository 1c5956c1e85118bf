using Actors.Hub;
using Actors.Server.Console;

namespace Actors.Server.Tests.Console;

public class DeskPrinterTests
{
    private static readonly DeskNews News =
        new([new DeskMessage(FakeHub.One, null, "你好"), new DeskMessage(FakeHub.Two, "狗哥", "\\u{001b}[31mred")], Missed: 0);

    [Fact]
    public void Each_message_is_a_line_with_its_endpoint() => Assert.Equal(
        "来自[127.0.0.1:5001]的一条消息: 你好\n来自[[::1]:5002]的一条消息: \\u{001b}[31mred\n", Shown(inColour: false, News));

    [Fact]
    public void Only_the_text_is_highlighted_and_only_in_colour() => Assert.StartsWith(
        "来自[127.0.0.1:5001]的一条消息: \u001b[1;44m你好\u001b[0m\n", Shown(inColour: true, News), StringComparison.Ordinal);

    [Fact]
    public void Whoever_missed_messages_is_told_how_many() =>
        Assert.Equal("3 earlier messages were dropped unread\n", Shown(inColour: false, new DeskNews([], Missed: 3)));

    [Fact]
    public void A_console_that_is_closed_is_shown_nothing_more()
    {
        var hub = new FakeHub();
        hub.News.Enqueue(News);
        hub.News.Enqueue(News);
        using var output = new StringWriter { NewLine = "\n" };
        new DeskPrinter(output, hub, inColour: false).Run(() => false);
        Assert.Single(hub.News);
    }

    private static string Shown(bool inColour, params DeskNews[] news)
    {
        var hub = new FakeHub();
        foreach (var one in news)
            hub.News.Enqueue(one);
        using var output = new StringWriter { NewLine = "\n" };
        new DeskPrinter(output, hub, inColour).Run(() => true);
        return output.ToString();
    }
}
