using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.TestKit;

namespace Actors.Engine.TestKit.Tests;

public class SettingsSpecs : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void The_defaults_are_those_of_the_documentation()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), TestKitSettings.DefaultTimeout);
        Assert.Equal(TimeSpan.FromSeconds(3), TestKitSettings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(3), TestKitSettings.TestEventFilterLeeway);
        Assert.Equal(1, TestKitSettings.TestTimeFactor);
        Assert.False(TestKitSettings.LogTestKitCalls);
        Assert.Equal("akka.test.calling-thread-dispatcher", CallingThreadDispatcher.Id);
        var dispatcher = $"{typeof(CallingThreadDispatcherConfigurator).FullName}, {typeof(CallingThreadDispatcher).Assembly.GetName().Name}";
        Assert.Equal(dispatcher, Sys.Settings.Config.GetString("akka.test.calling-thread-dispatcher.type", null));
        Assert.Equal(dispatcher, Sys.Settings.Config.GetString("akka.test.test-actor.dispatcher.type", null));
    }

    [Fact]
    public void The_test_event_listener_is_the_logger()
    {
        Assert.Contains(Sys.Settings.Config.GetStringList("akka.loggers"), logger => logger.Contains("Akka.TestKit.TestEventListener"));
    }

    [Fact]
    public async Task A_system_of_another_configuration_can_be_tested()
    {
        using var system = ActorSystem.Create("other");
        using (var kit = new Akka.TestKit.Xunit2.TestKit(system))
        {
            kit.TestActor.Tell("message");
            kit.ExpectMsg("message");
        }

        await system.WhenTerminated;
    }

    [Fact]
    public void A_setup_and_a_config_are_what_the_system_is_made_of()
    {
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig("akka.hi = true"));
        using var kit = new Akka.TestKit.Xunit2.TestKit(setup, "named");
        Assert.True(kit.Sys.Settings.Config.GetBoolean("akka.hi"));
        Assert.Equal("named", kit.Sys.Name);
        using var other = new Akka.TestKit.Xunit2.TestKit(ConfigurationFactory.ParseString("akka.test.single-expect-default = 7s"));
        Assert.Equal(TimeSpan.FromSeconds(7), other.TestKitSettings.SingleExpectDefault);
        Assert.Equal("test", other.Sys.Name);
    }

    [Fact]
    public void The_configuration_for_full_debugging_works_with_the_kit_s_own_calls_logged()
    {
        using var kit = new Akka.TestKit.Xunit2.TestKit(
            ConfigurationFactory.ParseString("akka.test.testkit.debug = on").WithFallback(FullDebugConfig));
        Assert.True(kit.TestKitSettings.LogTestKitCalls);
        Assert.True(kit.Sys.Settings.DebugLifecycle);
        kit.TestActor.Tell("message");
        kit.ExpectMsg("message");
        kit.ExpectNoMsg(1);
        kit.AwaitAssert(() => { });
    }

    [Fact]
    public async Task Disposal_ends_the_system_after_all_is_done()
    {
        var kit = new Noting();
        kit.Dispose();
        kit.Dispose();
        await kit.Sys.WhenTerminated;
        Assert.Equal(1, kit.Afters);
    }

    private sealed class Noting : Akka.TestKit.Xunit2.TestKit
    {
        public int Afters { get; private set; }

        protected override void AfterAll()
        {
            Afters++;
            TestActor.Tell("still alive");
            ExpectMsg("still alive");
            base.AfterAll();
        }
    }
}
