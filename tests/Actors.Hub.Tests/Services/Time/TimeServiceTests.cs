using Actors.Hub.Protocol;
using Actors.Hub.Services;
using Actors.Hub.Services.Time;

namespace Actors.Hub.Tests.Services.Time;

public sealed class TimeServiceTests
{
    private readonly TimeService _time = new(new StandingClock(), _ => "+0545");
    private readonly LineWriter _line = new();

    [Theory]
    [InlineData("", "2026-01-01 17:45:00")]
    [InlineData("%H:%M", "17:45")]
    [InlineData("%H:%M\n", "17:45\n")]
    [InlineData("\n", "\n")]
    [InlineData("quit", "quit")]
    [InlineData("%Z %z", "+0545 +0545")]
    public void The_datagram_is_the_format_and_exactly_that(string format, string reply)
    {
        Assert.Equal(Reception.Plain, _time.Meet(Peers.Bytes(format)));
        var answer = _time.Hear(Peers.Bytes(format), Peers.Number(1), _line);
        Assert.Equal(AnswerKind.Reply, answer.Kind);
        Assert.Equal(reply, Peers.Text(_line.Text));
    }

    [Fact]
    public void A_reply_of_1024_bytes_is_given_and_one_more_is_refused_in_one_line()
    {
        var most = new string('x', 1_024);
        _time.Hear(Peers.Bytes(most), Peers.Number(1), _line);
        Assert.Equal(most, Peers.Text(_line.Text));
        _line.Clear();

        var answer = _time.Hear(Peers.Bytes(most + "x"), Peers.Number(1), _line);
        Assert.Equal((AnswerKind.Refuse, DropReason.ReplyTooLong), (answer.Kind, answer.Refusal));
        Assert.Equal("reply too long: 1025 bytes, at most 1024 allowed", Peers.Text(_line.Text));
    }

    [Fact]
    public void The_longest_format_of_the_longest_directive_is_refused_too()
    {
        _time.Hear(Peers.Bytes(string.Concat(Enumerable.Repeat("%c", 32_753))), Peers.Number(1), _line);
        Assert.Equal("reply too long: 786072 bytes, at most 1024 allowed", Peers.Text(_line.Text));
    }

    /// <summary>Noon in UTC, told in Nepal, where it is 5:45 later.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } =
            TimeZoneInfo.CreateCustomTimeZone("Nepal", TimeSpan.FromMinutes(345), null, null);

        public override DateTimeOffset GetUtcNow() => Peers.Noon;
    }
}
