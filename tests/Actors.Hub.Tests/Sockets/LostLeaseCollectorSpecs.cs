using Actors.Datagrams;
using Actors.Hub.Rooms;
using Actors.Hub.Services.Desk;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Tests.Sockets;

/// <summary>What dies in dead letters is replaced and counted, in whatever message it was.</summary>
public sealed class LostLeaseCollectorSpecs : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);

    private readonly HubCounters _counters = new();
    private readonly IActorRef _gone;

    public LostLeaseCollectorSpecs()
    {
        var collector = Sys.ActorOf(LostLeaseCollector.Props(Pool, Messages, _counters, _ => null), "lost-leases");
        collector.Tell(new Identify(1), TestActor);
        ExpectMsg<ActorIdentity>();
        var probe = CreateTestProbe("gone");
        _gone = probe.Ref;
        Watch(_gone);
        Sys.Stop(_gone);
        ExpectTerminated(_gone);
    }

    [Fact]
    public void A_message_that_nobody_got_is_replaced_with_the_lease_of_its_cause() => Lost(Said("hello"));

    [Fact]
    public void A_reply_that_nobody_got_is_replaced_with_the_lease_of_its_cause() =>
        Lost(Peers.Message(Messages, "reply").For(Ann, lineMode: false, Datagram(Ann, "?")));

    [Fact]
    public void What_was_for_the_operator_is_replaced_on_each_step_of_its_way()
    {
        Lost(new RoomCommands.TellOperator(Said("help")));
        Lost(new DeskCommands.Hear(new DeskPerson("desk", Ann, LineMode: false), Said("help"), ActorRefs.Nobody), soFar: 1);
    }

    [Fact]
    public void The_hubs_own_word_that_nobody_got_is_no_datagram_that_was_lost()
    {
        _gone.Tell(Messages.RentForOwnWords().For(Peers.Recipients([Ann])));
        EveryLeaseIsBack();
        Assert.Equal(0, _counters.Dropped(DropReason.LostLease));
    }

    private void Lost(object message, int soFar = 0)
    {
        _gone.Tell(message);
        AwaitAssert(() => Assert.Equal(soFar + 1, _counters.Dropped(DropReason.LostLease)));
        EveryLeaseIsBack();
    }

    private OutgoingMessage Said(string text) => Peers.Message(Messages, text).SaidBy(Ann, Datagram(Ann, text));
}
