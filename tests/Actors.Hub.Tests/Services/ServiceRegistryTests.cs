using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

public sealed class ServiceRegistryTests
{
    private static readonly ListenerOptions Chat = HubOptions.Default.Listeners[0];

    [Fact]
    public void It_knows_the_services_of_the_product()
    {
        Assert.Equal(["chat", "echo"], ServiceRegistry.Default.Names);
        Assert.True(ServiceRegistry.Default.Contains("chat"));
        Assert.False(ServiceRegistry.Default.Contains("Chat"));
    }

    [Fact]
    public void It_makes_what_a_listener_names() =>
        Assert.IsType<ChatService>(ServiceRegistry.Default.Create(new ServiceSetup(Chat, HubLimits.Default)));

    [Fact]
    public void A_name_that_it_does_not_know_is_refused_with_those_that_it_knows()
    {
        var setup = new ServiceSetup(Chat with { Service = "gopher" }, HubLimits.Default);
        var refusal = Assert.Throws<ArgumentException>(() => ServiceRegistry.Default.Create(setup));
        Assert.Contains("no service 'gopher'; there are chat, echo", refusal.Message, StringComparison.Ordinal);
    }
}
