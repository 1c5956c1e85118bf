using Actors.Datagrams;
using Actors.Hub.Clients;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Tests.Sockets;

/// <summary>What a socket does with what it is to send.</summary>
public sealed class SocketActorSendingSpecs : SocketSpec
{
    [Fact]
    public void What_waits_makes_way_for_the_hubs_last_word()
    {
        Listener.Hush();
        Socket.Tell(Said("late", plain: [Ann, Bob]));
        Wire.Arrive(Ann, "too late");
        Received(1);
        Socket.Tell(Peers.Message(Messages, "Bye!").For(Peers.Recipients([Ann])));
        Assert.Equal("Bye!", Wire.Next(Ann));
        Assert.False(Wire.HasMore(Bob));
        Assert.Equal(3, Counters.Dropped(DropReason.HubStopping));
        Room.ExpectNoMsg(TimeSpan.Zero);
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_line_goes_to_everyone_as_each_wants_it()
    {
        Socket.Tell(Said("hi", plain: [Ann], lines: [Bob]));
        Assert.Equal("hi", Wire.Next(Ann));
        Assert.Equal("hi\n", Wire.Next(Bob));
        AwaitAssert(() => Assert.Equal(2, Counters.Sent));
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_its_mailbox_holds_goes_out_together_in_order()
    {
        WhileItIsBusy(() =>
        {
            var everyone = Peers.Recipients([Ann], [Bob]);
            foreach (var text in new[] { "one", "two", "three" })
            {
                Socket.Tell(Said(text, everyone));
            }
        });
        Assert.Equal(["one", "two", "three"], [Wire.Next(Ann), Wire.Next(Ann), Wire.Next(Ann)]);
        Assert.Equal(["one\n", "two\n", "three\n"], [Wire.Next(Bob), Wire.Next(Bob), Wire.Next(Bob)]);
        Assert.Equal(2, Wire.Calls);
        EveryLeaseIsBack();
    }

    [Fact]
    public void Whoever_leaves_hears_what_was_said_before()
    {
        Admit(Ann, Client);
        WhileItIsBusy(() =>
        {
            Socket.Tell(Said("before", plain: [Ann]));
            Socket.Tell(new SocketCommands.Leaving(Ann, Client.Ref));
        });
        Client.ExpectMsg<ClientCommands.Released>();
        Assert.True(Wire.HasMore(Ann));
        Assert.Equal("before", Wire.Next(Ann));
        Assert.Equal(0, Counters.Dropped(DropReason.MemberLeft));
        EveryLeaseIsBack();
    }

    [Fact]
    public void A_reply_does_not_overtake_what_was_said_before_it()
    {
        WhileItIsBusy(() =>
        {
            Socket.Tell(Said("said", plain: [Ann]));
            Socket.Tell(Peers.Message(Messages, "reply").For(Ann, lineMode: false, Datagram(Ann, "?")));
        });
        Assert.Equal(["said", "reply"], [Wire.Next(Ann), Wire.Next(Ann)]);
        EveryLeaseIsBack();
    }

    [Fact]
    public void What_comes_is_heard_before_all_that_waits_was_sent()
    {
        using var told = new ManualResetEventSlim();
        using var heard = new ManualResetEventSlim();
        var everyone = Enumerable.Range(1, 3 * Outbox.DatagramsATurn).Select(Peers.Number).ToArray();
        var heardInTime = false;
        Wire.Sending = to =>
        {
            if (to == everyone[0])
            {
                Assert.True(told.Wait(TimeSpan.FromSeconds(10)), "the test told the actor something more");
            }
            else if (to == everyone[^1])
            {
                heardInTime = heard.Wait(TimeSpan.FromSeconds(10));
            }
        };
        Socket.Tell(Said("hi", everyone));
        Socket.Tell(new SocketCommands.Leaving(Ann, Client.Ref), Room.Ref);
        Socket.Tell(new SocketCommands.Confirm(Room.Ref, "all is sent"));
        told.Set();
        Client.ExpectMsg<ClientCommands.Released>();
        heard.Set();
        Room.ExpectMsg("all is sent");
        Assert.True(heardInTime, "the client was released before the last datagram was sent");
        EveryLeaseIsBack();
    }

    [Fact]
    public void Who_left_is_sent_nothing_more_although_it_waits()
    {
        Admit(Ann, Client);
        var everyone = Enumerable.Range(2, 3 * Outbox.DatagramsATurn).Select(Peers.Number);
        Socket.Tell(Said("hi", [.. everyone, Ann]));
        Socket.Tell(new SocketCommands.Leaving(Ann, Client.Ref), Room.Ref);
        Client.ExpectMsg<ClientCommands.Released>();
        Socket.Tell(new SocketCommands.Confirm(Room.Ref, "done"));
        Room.ExpectMsg("done");
        Assert.False(Wire.HasMore(Ann));
        Assert.Equal(1, Counters.Dropped(DropReason.MemberLeft));
    }

    [Theory]
    [InlineData(SendRefusal.WouldBlock, DropReason.SendWouldBlock)]
    [InlineData(SendRefusal.NoBuffers, DropReason.SendNoBuffers)]
    [InlineData(SendRefusal.TooLong, DropReason.SendTooLong)]
    [InlineData(SendRefusal.Unreachable, DropReason.SendUnreachable)]
    [InlineData(SendRefusal.InvalidDestination, DropReason.SendInvalidDestination)]
    [InlineData(SendRefusal.Denied, DropReason.SendDenied)]
    [InlineData(SendRefusal.Closed, DropReason.SendClosed)]
    [InlineData(SendRefusal.Other, DropReason.SendOther)]
    public void A_send_that_the_system_refuses_is_counted_and_stops_nobody(SendRefusal refusal, DropReason reason)
    {
        Wire.Refuse(Ann, refusal);
        Socket.Tell(Said("hi", plain: [Ann, Bob]));
        Assert.Equal("hi", Wire.Next(Bob));
        Socket.Tell(Peers.Message(Messages, "hi").For(Ann, lineMode: false, cause: null));
        AwaitAssert(() => Assert.Equal((1, 2), (Counters.Sent, Counters.Dropped(reason))));
        EveryLeaseIsBack();
    }

    [Fact]
    public void Something_is_confirmed_when_what_was_to_be_sent_before_was_handed_to_the_system()
    {
        Socket.Tell(Peers.Message(Messages, "bye").For(Ann, lineMode: false, cause: null));
        Socket.Tell(new SocketCommands.Confirm(Room.Ref, "done"));
        Room.ExpectMsg("done");
        Assert.True(Wire.HasMore(Ann));
    }

    /// <summary>Does something while the actor sends a datagram to somebody else, which takes until that is done.</summary>
    private void WhileItIsBusy(Action action)
    {
        using var busy = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        var other = Peers.Number(99);
        Wire.Sending = to =>
        {
            if (to == other)
            {
                busy.Set();
                Assert.True(done.Wait(TimeSpan.FromSeconds(10)), "the test did what it does meanwhile");
            }
        };
        Socket.Tell(Peers.Message(Messages, "busy").For(other, lineMode: false, cause: null));
        Assert.True(busy.Wait(TimeSpan.FromSeconds(10)), "the actor sends");
        action();
        done.Set();
        Assert.Equal("busy", Wire.Next(other));
    }
}
