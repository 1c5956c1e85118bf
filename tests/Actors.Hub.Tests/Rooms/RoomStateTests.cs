using Actors.Hub.Rooms;
using Actors.Hub.Services;
using Akka.Actor;

namespace Actors.Hub.Tests.Rooms;

public sealed class RoomStateTests
{
    private static readonly DateTimeOffset Noon = Peers.Noon;

    private readonly RoomState _room = new(new ChatService(messageBytes: 960), new HubLimits { MembersPerRoom = 3 });

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("^hb^")]
    [InlineData("\0\u00ff\u00fe")]
    public void The_first_datagram_makes_a_member_whatever_it_holds(string datagram)
    {
        Assert.Equal(Admission.JoinsPlain, Admit(1, datagram));
        Assert.True(_room.IsMember(Peers.Number(1)));
        Assert.Equal(Admission.Member, Admit(1, datagram));
    }

    [Fact]
    public void An_oversize_first_datagram_makes_a_member_too() => Assert.Equal(Admission.JoinsPlain, Admit(1, new string('x', 65_507)));

    [Theory]
    [InlineData("quit")]
    [InlineData(" quit\r\n")]
    public void A_quit_from_a_stranger_does_nothing(string datagram)
    {
        Assert.Equal(Admission.Unwanted, Admit(1, datagram));
        Assert.Empty(_room.Members);
    }

    [Fact]
    public void One_that_joined_with_a_newline_hears_lines_until_it_leaves()
    {
        Assert.Equal(Admission.JoinsLines, Admit(1, "hi\n"));
        Assert.Equal(Admission.JoinsPlain, Admit(2, "hi"));
        Assert.Equal(Admission.Member, Admit(2, "hi\n"));
        Assert.Equal([Peers.Number(1)], _room.Recipients.Lines.Endpoints);
        Assert.Equal([Peers.Number(2)], _room.Recipients.Plain.Endpoints);

        Leave(1);
        Assert.Equal(Admission.JoinsPlain, Admit(1, "hi"));
        Assert.Equal(0, _room.Recipients.Lines.Count);
    }

    [Fact]
    public void The_recipients_are_one_snapshot_until_somebody_joins_or_leaves()
    {
        Admit(1, "hi");
        var before = _room.Recipients;
        Admit(1, "again");
        Assert.Same(before, _room.Recipients);

        Admit(2, "hi");
        Assert.NotSame(before, _room.Recipients);
        Assert.Equal([Peers.Number(1)], before.Plain.Endpoints);
        Assert.Equal(2, _room.Recipients.Count);

        Assert.True(Leave(1));
        Assert.Equal([Peers.Number(2)], _room.Recipients.Plain.Endpoints);
    }

    [Fact]
    public void One_that_left_is_no_member_and_cannot_leave_again()
    {
        Admit(1, "hi");
        Assert.True(Leave(1));
        Assert.False(Leave(1));
        Assert.Equal(0, _room.Recipients.Count);
    }

    [Fact]
    public void A_full_room_tells_an_endpoint_once_a_second()
    {
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal(Admission.JoinsPlain, Admit(i, "hi"));
        }

        Assert.Equal(Admission.FullTell, Admit(4, "hi"));
        Assert.Equal(Admission.FullSilent, Admit(4, "hi", Noon.AddSeconds(0.999)));
        Assert.Equal(Admission.FullTell, Admit(4, "hi", Noon.AddSeconds(1)));
        Assert.Equal(Admission.Unwanted, Admit(5, "quit"));

        Leave(1);
        Assert.Equal(Admission.JoinsPlain, Admit(4, "hi"));
    }

    [Fact]
    public void One_in_quarantine_is_not_admitted_until_it_is_pardoned()
    {
        _room.Quarantine.Add(Peers.Number(1), Noon);
        Assert.Equal(Admission.Quarantined, Admit(1, "hi"));
        _room.Quarantine.Pardon(Peers.Number(1), Noon);
        Assert.Equal(Admission.JoinsPlain, Admit(1, "hi"));
    }

    [Fact]
    public void A_closed_room_has_told_everyone_and_admits_nobody()
    {
        Admit(1, "hi");
        Admit(2, "hi\n");
        Assert.Equal(2, _room.Close().Count);
        Assert.Empty(_room.Members);
        Assert.Equal(0, _room.Recipients.Count);
        Assert.Equal(Admission.Closed, Admit(1, "hi"));
        Assert.Equal(0, _room.Close().Count);
    }

    private Admission Admit(int peer, string datagram, DateTimeOffset? now = null)
    {
        var admission = _room.Admit(Peers.Number(peer), Peers.Bytes(datagram), now ?? Noon);
        if (admission is Admission.JoinsPlain or Admission.JoinsLines)
        {
            _room.Join(new Member(Peers.Number(peer), ActorRefs.Nobody, ActorRefs.Nobody, LineMode: admission == Admission.JoinsLines));
        }

        return admission;
    }

    private bool Leave(int peer) => _room.Leave(Peers.Number(peer), ActorRefs.Nobody, out _);
}
