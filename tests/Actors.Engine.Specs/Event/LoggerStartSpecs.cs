using Actors.Engine.Specs.Support;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Actors.Engine.Specs.Event;

/// <summary>Loggers of the configuration, from the start of a system to its end.</summary>
public sealed class LoggerStartSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_logger_hears_what_is_of_the_level_or_above_and_what_it_subscribed_to_itself()
    {
        var system = Start("WARNING", typeof(ForwardingLogger));
        var ear = new Ear(system);
        system.EventStream.Publish(new ForwardingLogger.To(ear.Ref));
        Assert.Equal("ok", await ear.Next());
        system.Log.Info("info");
        system.Log.Warning("warning");
        system.Log.Error("error");
        Assert.Equal("warning", (await ear.Next<Warning>()).Message);
        Assert.Equal("error", (await ear.Next<Error>()).Message);

        system.EventStream.SetLogLevel(LogLevel.InfoLevel);
        system.Log.Debug("debug");
        system.Log.Info("info");
        Assert.Equal("info", (await ear.Next<Info>()).Message);
        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task A_logger_that_answers_late_is_subscribed_when_it_answers_and_the_system_starts_without_it()
    {
        var system = Start("DEBUG", typeof(LateLogger), "akka.logger-startup-timeout = 50ms");
        var (log, ear) = (new Ear(system), new Ear(system));
        system.EventStream.Subscribe(log.Ref, typeof(Debug));
        system.EventStream.Publish(new LateLogger.Begin(ear.Ref));
        await log.Fish<Debug>(d => d.Message.ToString()!.Contains("LateLogger", StringComparison.Ordinal)
            && d.Message.ToString()!.Contains("started", StringComparison.Ordinal));
        system.Log.Error("heard");
        await ear.Fish<LogEvent>(e => e.Message.ToString() == "heard");
        await system.Terminate().WaitAsync(Patience);
    }

    [Theory]
    [InlineData("constructor")]
    [InlineData("PreStart")]
    [InlineData("Receive")]
    public async Task A_logger_that_throws_does_not_keep_the_system_from_starting(string where)
    {
        var system = Start("DEBUG", typeof(ThrowingLogger), $"akka.logger-startup-timeout = 50ms, spec.throws-in = {where}");
        system.Log.Info("still logs");
        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public void A_logger_that_does_not_exist_does()
    {
        var refusal = Assert.ThrowsAny<Exception>(
            () => ActorSystem.Create("spec", "akka { stdout-loglevel = OFF, loggers = [\"No.Such.Logger, Nowhere\"] }"));
        Assert.Contains("No.Such.Logger", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Akka.Event.DefaultLogger", "DefaultLogger")]
    [InlineData("Akka.Event.DefaultLogger, Akka", "DefaultLogger")]
    [InlineData("Akka.Event.TraceLogger, Akka", "TraceLogger")]
    public async Task A_built_in_logger_is_found_by_its_names_and_is_a_system_actor(string name, string type)
    {
        var system = ActorSystem.Create("spec", $"akka {{ stdout-loglevel = OFF, loglevel = OFF, loggers = [\"{name}\"] }}");
        var logger = await system.ActorSelection($"/system/log*-{type}").ResolveOne(Patience);
        Assert.EndsWith(type, logger.Path.Name, StringComparison.Ordinal);
        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task At_the_end_standard_output_takes_over_before_the_loggers_stop()
    {
        var observed = ActorSystem.Create("observed", "akka { loggers = [], loglevel = INFO, stdout-loglevel = OFF }");
        var observer = ActorSystem.Create("observer", "akka { loggers = [], stdout-loglevel = OFF }");
        var ear = new Ear(observer);
        observed.EventStream.Subscribe(ear.Ref, typeof(Debug));
        await observed.Terminate().WaitAsync(Patience);
        await ear.Fish<Debug>(d => d.Message.ToString() == "System shutdown initiated");
        foreach (var text in new[] { "Shutting down: StandardOutLogger started", "All default loggers stopped" })
        {
            var said = await ear.Next<Debug>();
            Assert.Equal((text, "EventStream", typeof(EventStream)), (said.Message.ToString(), said.LogSource, said.LogClass));
        }
        await observer.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task A_minimal_logger_of_ones_own_stands_in_for_standard_output_and_honours_the_filters()
    {
        var filters = new LogFilterBuilder().ExcludeSourceContaining("noise").ExcludeMessageContaining("secret").Build();
        var config = ConfigurationFactory.ParseString($$"""
            akka {
              stdout-logger-class = "{{typeof(KeepingLogger).AssemblyQualifiedName}}"
              stdout-loglevel = WARNING
              loggers = ["Akka.Event.StandardOutLogger"]
            }
            """);
        var system = ActorSystem.Create("spec", BootstrapSetup.Create().WithConfig(config).And(filters));
        Logging.GetLogger(system, "noise").Warning("dropped for its source");
        Logging.GetLogger(system, "quiet").Warning("a secret");
        Logging.GetLogger(system, "quiet").Warning("kept");
        Logging.GetLogger(system, "quiet").Info("below the level");
        Assert.Equal(["kept"], ((KeepingLogger)system.Settings.StdoutLogger).Texts);
        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task The_default_logger_prints_by_what_stands_in_for_standard_output()
    {
        var config = ConfigurationFactory.ParseString($$"""
            akka { loglevel = INFO, stdout-loglevel = OFF, stdout-logger-class = "{{typeof(KeepingLogger).AssemblyQualifiedName}}" }
            """);
        var system = ActorSystem.Create("spec", config);
        Logging.GetLogger(system, "source").Info("said");
        // Loggers end before the system has.
        await system.Terminate().WaitAsync(Patience);
        Assert.Contains("said", ((KeepingLogger)system.Settings.StdoutLogger).Texts);
    }

    private static ActorSystem Start(string level, Type logger, string more = "") => ActorSystem.Create(
        "spec",
        ConfigurationFactory.ParseString($$"""
            akka { loglevel = {{level}}, stdout-loglevel = OFF, loggers = ["{{logger.AssemblyQualifiedName}}"] }
            {{more}}
            """));

    private sealed class ForwardingLogger : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
    {
        private IActorRef _to = Context.System.DeadLetters;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case InitializeLogger start:
                    start.LoggingBus.Subscribe(Self, typeof(To));
                    Sender.Tell(new LoggerInitialized());
                    break;
                case To to:
                    _to = to.Ear;
                    _to.Tell("ok");
                    break;
                default:
                    _to.Tell(message);
                    break;
            }
        }

        internal sealed record To(IActorRef Ear);
    }

    private sealed class LateLogger : UntypedActor
    {
        private IActorRef? _starter;
        private IActorRef? _ear;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case InitializeLogger start:
                    _starter = Sender;
                    start.LoggingBus.Subscribe(Self, typeof(Begin));
                    break;
                case Begin begin:
                    _ear = begin.Ear;
                    _starter!.Tell(new LoggerInitialized());
                    break;
                default:
                    _ear!.Tell(message);
                    break;
            }
        }

        internal sealed record Begin(IActorRef Ear);
    }

    private sealed class ThrowingLogger : UntypedActor
    {
        private readonly string _where = Context.System.Settings.Config.GetString("spec.throws-in")!;

        public ThrowingLogger() => ThrowIn("constructor");

        protected override void PreStart() => ThrowIn("PreStart");

        protected override void OnReceive(object message) => ThrowIn("Receive");

        private void ThrowIn(string where)
        {
            if (where == _where) throw new InvalidOperationException("boom");
        }
    }

    private sealed class KeepingLogger : MinimalLogger
    {
        private readonly List<string> _texts = [];

        internal IReadOnlyList<string> Texts => _texts;

        protected override void Log(object message)
        {
            if (message is LogEvent logged && Filter.ShouldTryKeepMessage(logged, out _)) _texts.Add(logged.Message.ToString()!);
        }
    }
}
