using Actors.Datagrams.Internal.Linux;

namespace Actors.Datagrams.Tests.Contract;

/// <summary>
/// The contract on recvmmsg and sendmmsg. Needs Linux on x64 or arm64: elsewhere Bind refuses, and these say so by failing.
/// </summary>
public sealed class LinuxBatchedDatagramSocketSpecs : DatagramSocketContract
{
    protected override DatagramPath Path => DatagramPath.LinuxBatched;

    [Fact]
    public void It_is_chosen_where_it_works()
    {
        using var socket = DatagramSocket.Bind(new EndpointKey(System.Net.IPAddress.Loopback, 0));

        Assert.Equal(DatagramPath.LinuxBatched, socket.Path);
    }

    [Fact]
    public void The_room_for_the_longest_datagrams_is_not_of_the_managed_heap()
    {
        using var socket = DatagramSocket.Bind(new EndpointKey(System.Net.IPAddress.Loopback, 0));
        using var peer = new TestPeer();
        peer.Send(new byte[100], socket.LocalEndpoint);
        var batch = new DatagramBatch(8);
        var pool = new DatagramPool(8);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(1, socket.Receive(batch, pool, () => default));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 85_000); // less than one large object
        batch.Discard();
    }

    [Fact]
    public void A_datagram_longer_than_any_buffer_is_dropped_whole_and_counted()
    {
        using var socket = DatagramSocket.Bind(new EndpointKey(System.Net.IPAddress.Loopback, 0));
        using var peer = new TestPeer();
        Assert.IsType<LinuxDatagramSocket>(socket).Receiving = new ReceiveRing(slotBytes: 100); // no datagram is longer than the usual ones
        peer.Send(new byte[100], socket.LocalEndpoint);
        peer.Send(new byte[101], socket.LocalEndpoint);
        peer.Send(new byte[99], socket.LocalEndpoint);
        var batch = new DatagramBatch(8);
        var pool = new DatagramPool(8);

        Assert.Equal(2, socket.Receive(batch, pool, () => default));

        Assert.Equal((100, 99), (batch[0].Length, batch[1].Length));
        Assert.Equal((2L, 1L), (socket.Statistics.Received, socket.Statistics.Truncated));
        batch.Discard();
        Assert.Equal(pool.Capacity, pool.Free);
    }
}
