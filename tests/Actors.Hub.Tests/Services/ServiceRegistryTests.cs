using Actors.Hub.Protocol;
using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

public sealed class ServiceRegistryTests
{
    private static readonly ListenerOptions Chat = HubOptions.Default.Listeners[0];

    [Fact]
    public void It_knows_the_services_of_the_product()
    {
        Assert.Equal(["canned", "chat", "desk", "echo", "prefix", "time"], ServiceRegistry.Default.Names);
        Assert.True(ServiceRegistry.Default.Contains("chat"));
        Assert.False(ServiceRegistry.Default.Contains("Chat"));
    }

    [Fact]
    public void It_makes_what_a_listener_names() =>
        Assert.IsType<ChatService>(ServiceRegistry.Default.Create(new ServiceSetup(Chat, HubLimits.Default)));

    [Fact]
    public void A_class_of_one_s_own_is_named_in_full()
    {
        var listener = Chat with { Service = "Actors.Hub.Tests.Services.ReverseService, Actors.Hub.Tests" };
        var setup = new ServiceSetup(listener, HubLimits.Default);
        var line = new LineWriter();
        Assert.IsType<ReverseService>(ServiceRegistry.Default.Create(setup)).Hear("abc"u8, Peers.Number(1), line);
        Assert.Equal("cba", line.ToString());
        Assert.True(ServiceRegistry.Default.Contains("Actors.Hub.Services.EchoService"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Chat")]
    [InlineData("No.Such, Assembly")]
    [InlineData("Actors.Hub.HubLimits")]
    [InlineData("Actors.Hub.Services.IService")]
    [InlineData("Actors.Hub.Services.ChatService")]
    [InlineData("., ,")]
    [InlineData("a.b[[")]
    public void What_is_no_service_is_none(string name) => Assert.False(ServiceRegistry.Default.Contains(name));

    [Fact]
    public void A_name_that_it_does_not_know_is_refused_with_those_that_it_knows()
    {
        var setup = new ServiceSetup(Chat with { Service = "gopher" }, HubLimits.Default);
        var refusal = Assert.Throws<ArgumentException>(() => ServiceRegistry.Default.Create(setup));
        Assert.Contains("no service 'gopher'; there are canned, chat, desk, echo, prefix, time", refusal.Message, StringComparison.Ordinal);
    }
}
