using Akka.Configuration;
using Akka.Event;
using Akka.Hosting;
using Akka.Hosting.Logging;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Hosting.Tests;

public sealed class ConfigureLoggersSpecs
{
    [Fact]
    public void By_default_the_default_logger_logs_at_info_level()
    {
        var config = Configure(_ => { });

        Assert.Equal("INFO", config.GetString("akka.loglevel"), ignoreCase: true);
        Assert.False(config.GetBoolean("akka.log-config-on-start"));
        Assert.Contains(typeof(DefaultLogger).FullName!, Assert.Single(config.GetStringList("akka.loggers")), StringComparison.Ordinal);
    }

    [Fact]
    public void Loggers_can_be_cleared_and_added()
    {
        var config = Configure(loggers =>
        {
            loggers.LogLevel = LogLevel.ErrorLevel;
            loggers.LogConfigOnStart = true;
            loggers.ClearLoggers().AddLogger<LoggerFactoryLogger>().AddDefaultLogger();
        });

        Assert.Equal("ERROR", config.GetString("akka.loglevel"), ignoreCase: true);
        Assert.True(config.GetBoolean("akka.log-config-on-start"));
        Assert.Equal(2, config.GetStringList("akka.loggers").Count);
        Assert.Contains(typeof(LoggerFactoryLogger).FullName!, config.GetStringList("akka.loggers")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void It_counts_more_than_HOCON_that_was_added_before()
    {
        var config = Builder()
            .AddHocon("akka.loglevel = ERROR\nakka.mine = 1", HoconAddMode.Prepend)
            .ConfigureLoggers(loggers => loggers.LogLevel = LogLevel.DebugLevel)
            .Configuration.Value;

        Assert.Equal("DEBUG", config.GetString("akka.loglevel"), ignoreCase: true);
        Assert.Equal(1, config.GetInt("akka.mine"));
    }

    [Fact]
    public void Dead_letters_and_the_engines_own_debug_output_can_be_set()
    {
        var config = Configure(loggers =>
        {
            loggers.DeadLetterOptions = new DeadLetterOptions
            {
                ShouldLog = TriStateValue.Some,
                LogCount = 7,
                LogDuringShutdown = false,
                LogSuspendDuration = TimeSpan.FromSeconds(3),
            };
            loggers.DebugOptions = new DebugOptions { LifeCycle = true, Unhandled = false };
        });

        Assert.Equal(7, config.GetInt("akka.log-dead-letters"));
        Assert.False(config.GetBoolean("akka.log-dead-letters-during-shutdown", true));
        Assert.Equal(TimeSpan.FromSeconds(3), config.GetTimeSpan("akka.log-dead-letters-suspend-duration"));
        Assert.True(config.GetBoolean("akka.actor.debug.lifecycle"));
        Assert.False(config.GetBoolean("akka.actor.debug.unhandled", true));
        Assert.False(config.HasPath("akka.actor.debug.receive"));
    }

    private static Config Configure(Action<LoggerConfigBuilder> configure) =>
        Builder().ConfigureLoggers(configure).Configuration.Value;

    private static AkkaConfigurationBuilder Builder() => new(new ServiceCollection(), "builder");
}
