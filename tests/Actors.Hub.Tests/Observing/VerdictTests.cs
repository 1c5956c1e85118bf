namespace Actors.Hub.Tests.Observing;

public sealed class VerdictTests
{
    [Fact]
    public void Each_says_in_lower_case_what_became_of_a_datagram()
    {
        Assert.Equal("heartbeat", Verdict.Heartbeat.ToString());
        Assert.Equal("quit", Verdict.Quit.ToString());
        Assert.Equal("taken", Verdict.Taken.ToString());
        Assert.Equal("answered", Verdict.Answered.ToString());
        Assert.Equal("delivered to 12", Verdict.Delivered(12).ToString());
        Assert.Equal("delivered to 11, not sent to 1", Verdict.Delivered(11, 1).ToString());
        Assert.Equal("dropped: too long", Verdict.Dropped(DropReason.TooLong).ToString());
        Assert.Equal("dropped: not a member", Verdict.Dropped(DropReason.NotAMember).ToString());
        Assert.Equal("sent", Verdict.Sent.ToString());
        Assert.Equal("not sent: would block", Verdict.NotSent(DropReason.SendWouldBlock).ToString());
        Assert.Equal("not sent: too long", Verdict.NotSent(DropReason.SendTooLong).ToString());
    }

    [Fact]
    public void Every_reason_has_words() =>
        Assert.All(DropReasons.All, reason => Assert.Matches("^dropped: [a-z ]+$", Verdict.Dropped(reason).ToString()));
}
