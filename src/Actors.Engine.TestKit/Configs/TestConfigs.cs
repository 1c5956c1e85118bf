using Akka.Configuration;

namespace Akka.TestKit.Configs;

/// <summary>The configurations that come with the test kit.</summary>
public static class TestConfigs
{
    /// <summary>What every test's system falls back to: the test event listener, and <c>akka.test</c>.</summary>
    public static Config DefaultConfig => ConfigurationFactory.FromResource("Akka.TestKit.Configs.testkit.conf", typeof(TestConfigs).Assembly);

    /// <summary><see cref="DefaultConfig"/> with virtual time: the system's scheduler is a <see cref="TestScheduler"/>.</summary>
    public static Config TestSchedulerConfig =>
        ConfigurationFactory.FromResource("Akka.TestKit.Configs.test-scheduler.conf", typeof(TestConfigs).Assembly).WithFallback(DefaultConfig);
}
