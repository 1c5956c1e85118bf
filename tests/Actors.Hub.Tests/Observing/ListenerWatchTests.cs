using Actors.Datagrams;
using Actors.Hub.Observing;

namespace Actors.Hub.Tests.Observing;

public sealed class ListenerWatchTests
{
    [Fact]
    public void Where_nobody_watches_a_verdict_allocates_nothing()
    {
        const int rounds = 10_000;
        var pool = new DatagramPool(1);
        Assert.True(pool.TryRent(out var datagram));
        datagram.Fill(Peers.Number(1), "hello"u8, Peers.Noon);

        Say(datagram, rounds);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Say(datagram, rounds);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Say(ReceivedDatagram datagram, int rounds)
    {
        for (var n = 0; n < rounds; n++)
        {
            Peers.Unwatched.Received(datagram, Verdict.Delivered(n, refused: 1));
            Peers.Unwatched.Received(datagram, Verdict.Dropped(DropReason.TooLong));
            Peers.Unwatched.Sent(datagram.Source, datagram.Bytes, Peers.Noon, Verdict.Sent);
        }
    }
}
