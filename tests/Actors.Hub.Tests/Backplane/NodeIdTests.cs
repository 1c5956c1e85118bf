using Actors.Hub.Backplane;

namespace Actors.Hub.Tests.Backplane;

public sealed class NodeIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("web-1_A")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890ab")]
    public void A_name_of_letters_digits_and_dashes_is_one(string name)
    {
        Assert.True(NodeId.TryParse(name, out var id));
        Assert.Equal(name, id.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890abc")]
    public void Anything_else_is_none(string? name)
    {
        Assert.False(NodeId.TryParse(name, out _));
        Assert.Throws<ArgumentException>(() => new NodeId(name!));
    }

    [Theory]
    [InlineData("web1", "web1-9999")]
    [InlineData("web1.example.org", "web1-example-org-9999")]
    [InlineData("机器", "---9999")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123", "0123456789012345678901234567890123456789012345678901234567-9999")]
    public void A_node_without_a_name_is_called_by_its_machine_and_its_first_port(string machine, string name) =>
        Assert.Equal(name, NodeName.Of(machine, Peers.At("127.0.0.1:9999")).Value);

    [Fact]
    public void A_later_life_has_the_larger_number() => Assert.True(
        NodeIncarnation.Begin(new NodeId("a"), Peers.Noon).Number < NodeIncarnation.Begin(new NodeId("a"), Peers.Noon.AddMilliseconds(1)).Number);
}
