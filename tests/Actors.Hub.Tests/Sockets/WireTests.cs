using Actors.Datagrams;
using Actors.Hub.Observing;
using Actors.Hub.Sockets;
using Actors.Hub.Tests.Observing;

namespace Actors.Hub.Tests.Sockets;

public sealed class WireTests : HubSpec
{
    private static readonly EndpointKey Ann = Peers.Number(1);

    [Fact]
    public void Where_a_socket_was_closed_the_next_one_sends_and_whoever_watches_sees_each_datagram_once()
    {
        FakeSocket[] sockets = [new(), new()];
        var counters = new HubCounters();
        var observers = new HubObservers();
        var recorder = new Recorder();
        observers.Add(recorder);
        var watch = new ListenerWatch(new BoundListener(HubOptions.Default.Listeners[0], sockets), observers);
        var payloads = new PayloadBatch();
        payloads.TryAdd("one"u8);
        payloads.TryAdd("two"u8);
        sockets[0].Dispose();

        var summary = new Wire(sockets, counters, watch).Send(payloads, new DestinationList([Ann]), 0, 1, Clock);

        Assert.Equal((2, 0), (summary.Sent, summary.Refused));
        Assert.Equal(["one", "two"], [sockets[1].Next(Ann), sockets[1].Next(Ann)]);
        Assert.Equal(["chat 10.0.0.1:5000 < one: sent", "chat 10.0.0.1:5000 < two: sent"], recorder.SentLines);
        Assert.Equal((2, 0), (counters.Sent, counters.Dropped(DropReason.SendClosed)));
    }
}
