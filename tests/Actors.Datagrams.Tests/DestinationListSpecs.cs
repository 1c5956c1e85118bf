using System.Net;
using Actors.Datagrams.Internal;

namespace Actors.Datagrams.Tests;

public sealed class DestinationListSpecs
{
    private static readonly EndpointKey Four = new(IPAddress.Loopback, 4);
    private static readonly EndpointKey Six = new(IPAddress.IPv6Loopback, 6);
    private static readonly EndpointKey NoPort = new(IPAddress.Loopback, 0);

    [Fact]
    public void A_list_is_a_snapshot()
    {
        EndpointKey[] endpoints = [Four, Six, Four];
        var list = new DestinationList(endpoints);
        endpoints[0] = Six;

        Assert.Equal(3, list.Count);
        Assert.Equal([Four, Six, Four], list.Endpoints.ToArray());
        Assert.Equal((Four, Six), (list[0], list[1]));
        Assert.Throws<IndexOutOfRangeException>(() => list[3]);
        Assert.Equal(0, DestinationList.Empty.Count);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void That_all_suit_a_socket_is_known_without_asking_each(bool isIPv6, bool dualMode)
    {
        var reach = new Reach(isIPv6, dualMode);
        EndpointKey[][] lists = [[], [Four], [Six], [Four, Six], [NoPort], [Four, NoPort], [Six, NoPort]];

        Assert.All(lists, keys => Assert.Equal(keys.All(key => reach.Includes(key)), new DestinationList(keys).AllSuit(reach)));
    }
}
