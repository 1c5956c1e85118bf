using System.Net;

namespace Actors.Datagrams.Tests.Contract;

/// <summary>What every path of a datagram socket must do. One subclass per path.</summary>
public abstract partial class DatagramSocketContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly EndpointKey AnyPort = new(IPAddress.Loopback, 0);
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The path under test.</summary>
    protected abstract DatagramPath Path { get; }

    private IDatagramSocket Bind(string address = "127.0.0.1", int port = 0, int receiveBufferBytes = 4 << 20) =>
        Bind(new EndpointKey(IPAddress.Parse(address), port), receiveBufferBytes);

    private IDatagramSocket Bind(EndpointKey local, int receiveBufferBytes = 4 << 20)
    {
        var socket = DatagramSocket.Bind(local, new DatagramSocketOptions { Path = Path, ReceiveBufferBytes = receiveBufferBytes });
        Assert.Equal(Path, socket.Path);
        return socket;
    }

    /// <summary>Receives until so many came; fails when they do not come within 5 s.</summary>
    private static List<(EndpointKey Source, byte[] Bytes)> Receive(IDatagramSocket socket, int count, DatagramPool? pool = null)
    {
        pool ??= new DatagramPool(256);
        using var patience = new CancellationTokenSource(Patience);
        var batch = new DatagramBatch(64);
        var received = new List<(EndpointKey, byte[])>();
        while (received.Count < count)
        {
            var got = socket.Receive(batch, pool, () => Now, patience.Token);
            Assert.True(got > 0, $"{received.Count} of {count} datagrams came within {Patience.TotalSeconds} s.");
            Assert.Equal(got, batch.Count);
            for (var i = 0; i < batch.Count; i++)
            {
                Assert.Equal(Now, batch[i].ReceivedAt);
                received.Add((batch[i].Source, batch[i].Bytes.ToArray()));
            }

            batch.Discard();
        }

        Assert.Equal(pool.Capacity, pool.Free);
        return received;
    }

    private static byte[] Payload(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
