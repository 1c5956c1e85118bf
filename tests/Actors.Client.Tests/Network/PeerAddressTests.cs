using Actors.Client.Network;

namespace Actors.Client.Tests.Network;

public sealed class PeerAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:9999", "127.0.0.1", 9999)]
    [InlineData("localhost:1", "localhost", 1)]
    [InlineData("[::1]:65535", "::1", 65_535)]
    public void An_address_is_read_and_written_again(string text, string host, int port)
    {
        Assert.True(PeerAddress.TryParse(text, out var address));
        Assert.Equal(new PeerAddress(host, port), address);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData(":9999")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:-1")]
    [InlineData("host: 1")]
    [InlineData("::1:9999")]
    [InlineData("[]:9999")]
    [InlineData("ho st:1")]
    [InlineData("ho\u001bst:1")]
    public void What_is_none_is_refused(string text) => Assert.False(PeerAddress.TryParse(text, out _));
}
