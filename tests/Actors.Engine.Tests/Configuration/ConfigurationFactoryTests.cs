using System.Reflection;
using Akka.Configuration;

namespace Actors.Engine.Tests.Configuration;

/// <summary>Configurations that come with an assembly.</summary>
public class ConfigurationFactoryTests
{
    [Fact]
    public void The_default_holds_what_Akka_NET_documents()
    {
        var config = ConfigurationFactory.Default();

        Assert.Equal("INFO", config.GetString("akka.loglevel"));
        Assert.Equal(["Akka.Event.DefaultLogger"], config.GetStringList("akka.loggers"));
        Assert.Equal(10, config.GetInt("akka.log-dead-letters"));
        Assert.Equal(30, config.GetInt("akka.actor.default-dispatcher.throughput"));
        Assert.Equal(Timeout.InfiniteTimeSpan, config.GetTimeSpan("akka.actor.ask-timeout"));
        Assert.Equal(TimeSpan.FromMilliseconds(10), config.GetTimeSpan("akka.scheduler.tick-duration"));
        Assert.Equal(12, config.GetConfig("akka.coordinated-shutdown.phases")!.AsEnumerable().Count());
        Assert.Equal(
            "akka.actor.mailbox.unbounded-deque-based",
            config.GetString("akka.actor.mailbox.requirements.\"Akka.Dispatch.IDequeBasedMessageQueueSemantics\""));
    }

    [Fact]
    public void A_resource_that_is_not_there_is_named()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => ConfigurationFactory.FromResource("none.conf", Assembly.GetExecutingAssembly()));

        Assert.Contains("none.conf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_is_found_by_assembly_by_type_and_by_instance()
    {
        const string Name = "Akka.Configuration.akka.conf";

        Assert.True(ConfigurationFactory.FromResource(Name, typeof(Config).Assembly).HasPath("akka"));
        Assert.True(ConfigurationFactory.FromResource<Config>(Name).HasPath("akka"));
        Assert.True(ConfigurationFactory.FromResource(Name, Config.Empty).HasPath("akka"));
    }
}
