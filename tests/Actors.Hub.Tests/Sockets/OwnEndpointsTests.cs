using Actors.Hub.Sockets;

namespace Actors.Hub.Tests.Sockets;

public sealed class OwnEndpointsTests
{
    [Theory]
    [InlineData("127.0.0.1:9999", "127.0.0.1:9999", true)]
    [InlineData("127.0.0.1:9999", "127.0.0.1:9998", false)]
    [InlineData("127.0.0.1:9999", "127.0.0.2:9999", false)]
    [InlineData("0.0.0.0:9999", "127.0.0.1:9999", true)]
    [InlineData("[::]:9999", "127.0.0.1:9999", true)]
    [InlineData("0.0.0.0:9999", "192.0.2.1:9999", false)] // RFC 5737: no machine has it
    [InlineData("0.0.0.0:9999", "127.0.0.1:5000", false)]
    public void What_a_listener_answers_from_is_the_hubs_own(string listener, string source, bool own) =>
        Assert.Equal(own, new OwnEndpoints([Peers.At(listener)]).Contains(Peers.At(source)));
}
