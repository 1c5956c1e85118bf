using System.Collections.Immutable;
using Actors.Datagrams;
using Actors.Hub.Services.Desk;

namespace Actors.Hub.Tests.Services.Desk;

public sealed class DeskStateTests
{
    private static readonly EndpointKey Ann = Peers.Number(1);
    private static readonly EndpointKey Bob = Peers.Number(2);
    private static readonly EndpointKey Cid = Peers.Number(3);

    private readonly DeskState _desk = new(ImmutableDictionary<string, string>.Empty);
    private DateTimeOffset _now = Peers.Noon;

    [Fact]
    public void What_is_written_is_read_once_in_order_and_safe_to_print()
    {
        Writes(Ann, "one");
        Writes(Bob, "\u001b[31mtwo");
        Writes(Ann, "three");
        Assert.Equal(["one", "\\u{001b}[31mtwo"], _desk.Read(2).Messages.Select(message => message.Text));
        Assert.Equal([new DeskMessage(Ann, null, "three")], _desk.Read(2).Messages);
        Assert.Empty(_desk.Read(2).Messages);
    }

    [Fact]
    public void The_latest_who_waits_is_answered_first_and_then_the_one_before()
    {
        Writes(Ann, "a");
        Writes(Bob, "b");
        Writes(Cid, "c");
        Writes(Ann, "a again");
        foreach (var next in new[] { Ann, Cid, Bob })
        {
            Assert.Equal(next, Find(""));
            Answers(next);
        }

        Assert.Null(Find(""));
    }

    [Fact]
    public void Latest_is_who_wrote_last_when_nobody_waits()
    {
        Assert.Null(Find("latest"));
        Writes(Bob, "b");
        Writes(Ann, "a");
        Assert.Equal(Ann, Find("latest"));
        Answers(Ann);
        Assert.Equal(Bob, Find("latest"));
        Answers(Bob);
        Assert.Equal(Ann, Find("latest"));
    }

    [Fact]
    public void Anyone_who_wrote_is_found_by_endpoint_or_name_whether_they_wait_or_not()
    {
        Writes(Ann, "a");
        Answers(Ann);
        Assert.Equal(Ann, Find("10.0.0.1:5000"));
        Assert.Null(Find("10.0.0.2:5000"));
        Assert.Null(Find("狗哥"));
        Assert.True(_desk.Name(Ann, "狗哥"));
        Assert.Equal(Ann, Find("狗哥"));
        Assert.True(_desk.Name(Bob, "狗哥"));
        Assert.Null(Find("狗哥"));
        Writes(Bob, "b");
        Assert.Equal(Bob, Find("狗哥"));
        Assert.Equal((null, "狗哥"), (_desk.NameOf(Ann), _desk.NameOf(Bob)));
    }

    [Fact]
    public void Who_waits_is_listed_with_how_long_and_how_many_messages()
    {
        _desk.Name(Bob, "瞎驴");
        Writes(Ann, "a");
        _now += TimeSpan.FromSeconds(2);
        Writes(Bob, "b");
        Writes(Ann, "a again");
        Assert.Equal(
            [new WaitingLine(Ann, null, "desk", TimeSpan.FromSeconds(2), 2), new WaitingLine(Bob, "瞎驴", "desk", TimeSpan.Zero, 1)],
            _desk.Waiting(_now).People);
        Answers(Ann);
        Assert.Equal([Bob], _desk.Waiting(_now).People.Select(one => one.Endpoint));
    }

    [Fact]
    public void The_away_text_is_told_once_per_person_and_again_when_it_is_a_new_one()
    {
        Assert.Equal("", Writes(Ann, "before").Away);
        _desk.SetAway("back at two");
        Assert.Equal("back at two", Writes(Ann, "a").Away);
        Assert.Equal("", Writes(Ann, "again").Away);
        Assert.Equal("back at two", Writes(Bob, "b").Away);
        Assert.Equal(2, _desk.Waiting(_now).People.Count);
        _desk.SetAway("back at three");
        Assert.Equal("back at three", Writes(Ann, "c").Away);
        _desk.SetAway("");
        Assert.Equal("", Writes(Cid, "d").Away);
    }

    [Fact]
    public void A_desk_s_configured_away_text_is_its_own_until_the_operator_says_otherwise()
    {
        var desk = new DeskState(ImmutableDictionary<string, string>.Empty.Add("desk", "closed").Add("second", ""));
        Assert.Equal("closed", desk.Hear(new DeskPerson("desk", Ann, false), "a"u8, _now).Away);
        Assert.Equal("", desk.Hear(new DeskPerson("second", Ann, false), "a"u8, _now).Away);
        desk.SetAway("");
        Assert.Equal("", desk.Hear(new DeskPerson("desk", Bob, false), "a"u8, _now).Away);
    }

    [Fact]
    public void Unread_messages_are_bounded_and_the_operator_is_told_how_many_were_missed()
    {
        for (var n = 0; n < DeskState.MaxUnread; n++)
        {
            Assert.Equal(0, Writes(Ann, $"{n}").Unread);
        }

        Assert.Equal(1, Writes(Ann, "one more").Unread);
        Assert.Equal(1, Writes(Ann, "and one").Unread);
        var news = _desk.Read(DeskState.MaxUnread);
        Assert.Equal((2, "2", "and one"), (news.Missed, news.Messages[0].Text, news.Messages[^1].Text));
        Assert.Equal(0, _desk.Read(1).Missed);
    }

    [Fact]
    public void People_are_bounded_and_those_who_were_answered_are_forgotten_first()
    {
        for (var n = 1; n <= DeskState.MaxPeople; n++)
        {
            Assert.Equal(0, Writes(Peers.Number(n), "x").Forgotten);
        }

        Answers(Peers.Number(7));
        Assert.Equal(0, Writes(Peers.Number(20_001), "x").Forgotten);
        Assert.Null(Find(Peers.Number(7).ToString()));
        Assert.Equal(1, Writes(Peers.Number(20_002), "x").Forgotten);
        Assert.Null(Find(Peers.Number(1).ToString()));
        Assert.Equal(DeskState.MaxPeople, _desk.Waiting(_now).People.Count);
    }

    [Fact]
    public void Names_are_bounded()
    {
        for (var n = 1; n <= DeskState.MaxNames; n++)
        {
            Assert.True(_desk.Name(Peers.Number(n), $"n{n}"));
        }

        Assert.False(_desk.Name(Peers.Number(2_000), "one more"));
        Assert.True(_desk.Name(Peers.Number(1), "renamed"));
        Assert.True(_desk.Name(Peers.Number(2_000), "renamed"));
    }

    private (string Away, int Unread, int Forgotten) Writes(EndpointKey who, string text) =>
        _desk.Hear(new DeskPerson("desk", who, LineMode: false), Peers.Bytes(text), _now);

    private void Answers(EndpointKey who) => _desk.Answer(new DeskPerson("desk", who, LineMode: false));

    private EndpointKey? Find(string to) => _desk.TryFind(to, out var person) ? person.Endpoint : null;
}
