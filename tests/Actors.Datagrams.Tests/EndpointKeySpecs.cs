using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Actors.Datagrams.Tests;

public sealed class EndpointKeySpecs
{
    [Theory]
    [InlineData("127.0.0.1", 9999, "127.0.0.1:9999")]
    [InlineData("0.0.0.0", 0, "0.0.0.0:0")]
    [InlineData("255.255.255.255", 65535, "255.255.255.255:65535")]
    [InlineData("::ffff:192.0.2.7", 5, "192.0.2.7:5")]
    [InlineData("::", 0, "[::]:0")]
    [InlineData("::1", 9999, "[::1]:9999")]
    [InlineData("2001:db8::1", 80, "[2001:db8::1]:80")]
    [InlineData("2001:db8:0:0:1:0:0:1", 80, "[2001:db8::1:0:0:1]:80")]
    [InlineData("2001:0:0:1:0:0:0:1", 80, "[2001:0:0:1::1]:80")]
    [InlineData("2001:db8:0:1:1:1:1:1", 80, "[2001:db8:0:1:1:1:1:1]:80")]
    [InlineData("1:2:3:4:5:6:0:0", 1, "[1:2:3:4:5:6::]:1")]
    [InlineData("fe80::ABCD%3", 1, "[fe80::abcd%3]:1")]
    [InlineData("::1.2.3.4", 1, "[::102:304]:1")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295", 65535, "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%4294967295]:65535")]
    public void The_text_is_golden_in_every_form_and_reads_back(string address, int port, string text)
    {
        var key = new EndpointKey(IPAddress.Parse(address), port);

        Assert.Equal(text, key.ToString());
        Assert.Equal(text, $"{key}");
        Span<char> characters = stackalloc char[EndpointKey.MaxTextLength];
        Assert.True(key.TryFormat(characters, out var written));
        Assert.Equal(text, characters[..written].ToString());
        Span<byte> bytes = stackalloc byte[EndpointKey.MaxTextLength];
        Assert.True(key.TryFormat(bytes, out written));
        Assert.Equal(text, Encoding.ASCII.GetString(bytes[..written]));
        Assert.True(EndpointKey.TryParse(text, out var read));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:")]
    [InlineData(":9999")]
    [InlineData("localhost:9999")]
    [InlineData("127.1:9999")]
    [InlineData("0x7f.0.0.1:9999")]
    [InlineData("127.0.0.01:9999")]
    [InlineData("127.0.0.256:9999")]
    [InlineData("1.2.3.4.5:9999")]
    [InlineData("1.2.3.:9999")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("127.0.0.1:99999999999")]
    [InlineData("127.0.0.1:-1")]
    [InlineData("127.0.0.1:+1")]
    [InlineData("127.0.0.1:0x1")]
    [InlineData("127.0.0.1:09")]
    [InlineData(" 127.0.0.1:9")]
    [InlineData("127.0.0.1:9 ")]
    [InlineData("::1:9999")]
    [InlineData("[::1]")]
    [InlineData("[::1:9999")]
    [InlineData("[]:9999")]
    [InlineData("[127.0.0.1]:9999")]
    [InlineData("[[::1]]:9999")]
    [InlineData("[::1/64]:9999")]
    [InlineData("[::g]:9999")]
    [InlineData("[fe80::1%]:9999")]
    [InlineData("[fe80::1%0]:9999")]
    [InlineData("[fe80::1%lo]:9999")]
    [InlineData("[fe80::1%4294967296]:9999")]
    [InlineData("[fe80::1%1%2]:9999")]
    [InlineData("[::1]9999")]
    public void What_is_not_an_endpoint_is_not_read(string text) => Assert.False(EndpointKey.TryParse(text, out _));

    [Fact]
    public void Random_addresses_read_back_from_their_text()
    {
        var random = new Random(20261120);
        var bytes = new byte[16];
        for (var i = 0; i < 2_000; i++)
        {
            random.NextBytes(bytes);
            for (var zero = random.Next(12); zero > 0; zero--)
            {
                bytes[random.Next(16)] = 0; // so that runs of zero groups are met
            }

            var address = new IPAddress(i % 4 == 0 ? bytes[..4] : bytes);
            var key = new EndpointKey(address, random.Next(65_536));
            Assert.True(EndpointKey.TryParse(key.ToString(), out var read), key.ToString());
            Assert.Equal(key, read);
            Assert.Equal(new IPEndPoint(address, key.Port), key.ToIPEndPoint());
            Assert.True(key.ToString().Length <= EndpointKey.MaxTextLength);
        }
    }

    [Fact]
    public void An_IPv4_mapped_address_is_the_IPv4_address()
    {
        var mapped = new EndpointKey(IPAddress.Parse("::ffff:127.0.0.1"), 9999);
        var plain = new EndpointKey(IPAddress.Loopback, 9999);

        Assert.True(mapped.IsIPv4);
        Assert.Equal(plain, mapped);
        Assert.True(plain == mapped);
        Assert.Equal(plain.GetHashCode(), mapped.GetHashCode());
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 9999), mapped.ToIPEndPoint());
        Assert.True(EndpointKey.TryParse("[::ffff:127.0.0.1]:9999", out var read));
        Assert.Equal(plain, read);
    }

    [Fact]
    public void Every_part_tells_endpoints_apart()
    {
        EndpointKey[] keys =
        [
            Key("127.0.0.1:1"), Key("127.0.0.1:2"), Key("127.0.0.2:1"), Key("[::1]:1"), Key("[::2]:1"), Key("[1::1]:1"),
            Key("[fe80::1%1]:1"), Key("[fe80::1%2]:1"), Key("[fe80::1]:1"), default,
        ];

        Assert.Equal(keys.Length, keys.ToHashSet().Count);
        Assert.True(keys[0] != keys[1]);
        Assert.False(keys[0].Equals((object?)null));
    }

    [Fact]
    public void A_socket_address_gives_the_same_key_as_its_endpoint()
    {
        foreach (var text in new[] { "127.0.0.1:9999", "[::1]:9999", "[fe80::1%7]:1", "[2001:db8::1]:65535", "[::ffff:10.0.0.1]:5" })
        {
            Assert.True(IPEndPoint.TryParse(text, out var endpoint));
            Assert.Equal(EndpointKey.From(endpoint), EndpointKey.From(endpoint.Serialize()));
            Assert.Equal(EndpointKey.From(endpoint), Key(text));
        }
    }

    [Fact]
    public void A_socket_address_of_another_family_is_refused() =>
        Assert.Throws<ArgumentException>(() => EndpointKey.From(new UnixDomainSocketEndPoint("/x").Serialize()));

    [Fact]
    public void A_destination_that_is_too_short_is_left_alone()
    {
        var key = Key("127.0.0.1:9999");
        var characters = new char[13];
        var bytes = new byte[13];

        Assert.False(key.TryFormat(characters, out var written));
        Assert.Equal(0, written);
        Assert.False(key.TryFormat(bytes, out written));
        Assert.Equal(0, written);
        Assert.All(characters, c => Assert.Equal('\0', c));
        Assert.All(bytes, b => Assert.Equal(0, b));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public void A_port_out_of_range_is_refused(int port) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EndpointKey(IPAddress.Loopback, port));

    [Fact]
    public void Formatting_and_hashing_allocate_nothing()
    {
        var key = Key("[2001:db8::1:0:0:1]:9999");
        var bytes = new byte[EndpointKey.MaxTextLength];

        // What is allocated for each is allocated in every round; a collection that other tests cause shifts the count of some.
        var least = long.MaxValue;
        for (var round = 0; round < 8; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                key.TryFormat(bytes, out _);
                _ = key.GetHashCode();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static EndpointKey Key(string text)
    {
        Assert.True(EndpointKey.TryParse(text, out var key), text);
        return key;
    }
}
