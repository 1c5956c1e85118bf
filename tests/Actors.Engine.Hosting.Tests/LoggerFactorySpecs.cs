using Akka.Actor;
using Akka.Event;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using AkkaLogLevel = Akka.Event.LogLevel;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Actors.Engine.Hosting.Tests;

public sealed class LoggerFactorySpecs : IDisposable
{
    private readonly CapturingLoggerProvider _log = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData(AkkaLogLevel.DebugLevel, LogLevel.Debug)]
    [InlineData(AkkaLogLevel.InfoLevel, LogLevel.Information)]
    [InlineData(AkkaLogLevel.WarningLevel, LogLevel.Warning)]
    [InlineData(AkkaLogLevel.ErrorLevel, LogLevel.Error)]
    public async Task Each_level_becomes_the_hosts_own(AkkaLogLevel level, LogLevel expected)
    {
        await using var hosted = await Start(AkkaLogLevel.DebugLevel);

        hosted.System.Log.Log(level, "at this level");

        Assert.Equal(expected, _log.Await("at this level").Level);
    }

    [Fact]
    public async Task An_event_comes_in_the_actor_systems_category_with_its_source_in_the_text()
    {
        await using var hosted = await Start(AkkaLogLevel.InfoLevel);

        Logging.GetLogger(hosted.System, "the source").Info("{0} of {1}", 1, 2);

        var line = _log.Await("1 of 2");
        Assert.Equal(typeof(ActorSystem).FullName, line.Category);
        Assert.Contains("the source", line.Text, StringComparison.Ordinal);
        Assert.EndsWith("]: 1 of 2", line.Text, StringComparison.Ordinal);
        Assert.Contains("the source", line.Values["LogSource"]?.ToString(), StringComparison.Ordinal);
        Assert.Equal("1 of 2", line.Values["Message"]?.ToString());
        Assert.True(line.Values.ContainsKey("{OriginalFormat}"));
    }

    [Fact]
    public async Task An_actors_event_names_its_path()
    {
        await using var hosted = await Start(AkkaLogLevel.InfoLevel);
        hosted.System.ActorOf<TalkativeActor>("talkative").Tell("hi");

        var line = _log.Await("was told hi");

        Assert.Contains("akka://hosted/user/talkative", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_goes_along()
    {
        await using var hosted = await Start(AkkaLogLevel.InfoLevel);
        var cause = new InvalidOperationException("the cause");

        hosted.System.Log.Error(cause, "it failed");

        Assert.Same(cause, _log.Await("it failed").Exception);
    }

    [Fact]
    public async Task A_malformed_template_is_logged_all_the_same_and_does_not_end_the_logger()
    {
        await using var hosted = await Start(AkkaLogLevel.InfoLevel);

        hosted.System.Log.Info("lacks an argument {0} {1}", "only one");
        hosted.System.Log.Info("and goes on");

        _log.Await("lacks an argument");
        _log.Await("and goes on");
    }

    [Fact]
    public async Task What_is_below_the_systems_level_is_not_logged()
    {
        await using var hosted = await Start(AkkaLogLevel.WarningLevel);

        hosted.System.Log.Info("too quiet");
        hosted.System.Log.Warning("loud enough");

        Assert.DoesNotContain("too quiet", _log.Await("t").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_drops_what_it_names()
    {
        await using var hosted = await Start(
            AkkaLogLevel.InfoLevel, loggers => loggers.WithLogFilter(filter => filter.ExcludeMessageContaining("secret")));

        hosted.System.Log.Info("a secret marker");
        hosted.System.Log.Info("a public marker");

        Assert.Contains("public", _log.Await("marker").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_factory_of_ones_own_is_used_instead_of_the_hosts()
    {
        using var own = new CapturingLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(own));
        await using var hosted = await HostedSystem.Start(
            (builder, _) => builder.ConfigureLoggers(loggers => loggers.ClearLoggers().AddLoggerFactory(factory)),
            services => services.AddLogging(logging => logging.AddProvider(_log)));

        hosted.System.Log.Info("for the own one");

        own.Await("for the own one");
    }

    private Task<HostedSystem> Start(AkkaLogLevel level, Action<LoggerConfigBuilder>? configure = null) => HostedSystem.Start(
        (builder, _) => builder.ConfigureLoggers(loggers =>
        {
            loggers.LogLevel = level;
            loggers.ClearLoggers().AddLoggerFactory();
            configure?.Invoke(loggers);
        }),
        services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log)));

    private sealed class TalkativeActor : ReceiveActor
    {
        public TalkativeActor() => ReceiveAny(message => Context.GetLogger().Info("was told {0}", message));
    }
}
