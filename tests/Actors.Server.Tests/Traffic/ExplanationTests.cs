using System.Text;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Server.Traffic;

namespace Actors.Server.Tests.Traffic;

public sealed class ExplanationTests : IDisposable
{
    private static readonly EndpointKey Ann = Key("127.0.0.1:4000");
    private static readonly EndpointKey Bob = Key("127.0.0.1:4001");

    private readonly ManualTime _time = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly BoundListener _chat = new(HubOptions.Default.Listeners[0], DatagramSocket.Bind(Key("127.0.0.1:0")));
    private readonly Explanation _explanation;

    public ExplanationTests() => _explanation = new Explanation(Ann, _output, _time);

    public void Dispose()
    {
        _explanation.Dispose();
        _chat.Dispose();
    }

    [Fact]
    public void One_endpoints_datagrams_are_shown_a_line_each_and_nobody_elses()
    {
        Arrives(Ann, "hello", Verdict.Delivered(2));
        Arrives(Bob, "not me", Verdict.Delivered(2));
        Leaves(Bob, "nor me");
        Leaves(Ann, "Ack");
        Arrives(Ann, "x", Verdict.Dropped(DropReason.RoomFull));
        Arrives(Ann, "", Verdict.Heartbeat);
        Assert.Equal(
            """
            12:00:00.000 127.0.0.1:4000 > chat, 5 bytes, delivered to 2: hello
            12:00:00.000 chat > 127.0.0.1:4000, 3 bytes, sent: Ack
            12:00:00.000 127.0.0.1:4000 > chat, 1 byte, dropped: room full: x
            12:00:00.000 127.0.0.1:4000 > chat, 0 bytes, heartbeat:

            """,
            Shown());
        Assert.Equal((4, 0), (_explanation.Seen, _explanation.Hidden));
    }

    [Fact]
    public void What_a_peer_wrote_cannot_reach_the_terminal_raw()
    {
        Arrives(Ann, "\u001b[31m\nexplained 1.2.3.4:5: 0 datagrams", Verdict.Delivered(1));
        Arrives(Ann, new string('x', 500), Verdict.Delivered(1));
        Assert.Equal(
            $"""
            12:00:00.000 127.0.0.1:4000 > chat, 38 bytes, delivered to 1: \u001b[31m\nexplained 1.2.3.4:5: 0 datagrams
            12:00:00.000 127.0.0.1:4000 > chat, 500 bytes, delivered to 1: {new string('x', 64)}… (436 more bytes)

            """.Replace("\\u001b", "\\u{001b}", StringComparison.Ordinal),
            Shown());
    }

    [Fact]
    public void No_more_than_so_many_lines_a_second_are_shown_and_the_rest_is_counted()
    {
        for (var n = 0; n < 100; n++)
        {
            Arrives(Ann, "flood", Verdict.Delivered(1));
        }

        Assert.Equal(Explanation.LinesASecond, Shown().Split('\n').Length - 1);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("", Shown());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("127.0.0.1:4000: 80 more, not shown\n", Shown());
        Arrives(Ann, "again", Verdict.Delivered(1));
        Assert.Equal("12:00:01.000 127.0.0.1:4000 > chat, 5 bytes, delivered to 1: again\n", Shown());
        Assert.Equal((101, 80), (_explanation.Seen, _explanation.Hidden));
    }

    [Fact]
    public void The_end_shows_what_was_still_to_be_shown()
    {
        for (var n = 0; n < Explanation.LinesASecond + 1; n++)
        {
            Arrives(Ann, "flood", Verdict.Delivered(1));
        }

        _explanation.Dispose();
        Assert.EndsWith("flood\n127.0.0.1:4000: 1 more, not shown\n", _output.ToString(), StringComparison.Ordinal);
    }

    private void Arrives(EndpointKey from, string text, Verdict verdict) =>
        _explanation.Received(_chat, ReceivedDatagram.Create(from, Encoding.UTF8.GetBytes(text), _time.GetUtcNow()), verdict);

    private void Leaves(EndpointKey to, string text) =>
        _explanation.Sent(_chat, to, Encoding.UTF8.GetBytes(text), _time.GetUtcNow(), Verdict.Sent);

    /// <summary>What the timer wrote since this was last asked.</summary>
    private string Shown()
    {
        _time.Advance(TimeSpan.Zero);
        var shown = _output.ToString();
        _output.GetStringBuilder().Clear();
        return shown;
    }

    private static EndpointKey Key(string text) => EndpointKey.TryParse(text, out var key) ? key : throw new ArgumentException(text);
}
