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
}
