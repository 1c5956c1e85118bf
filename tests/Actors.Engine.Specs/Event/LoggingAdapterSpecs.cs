using Actors.Engine.Specs.Support;
using Akka.Actor;
using Akka.Event;

namespace Actors.Engine.Specs.Event;

/// <summary>What an adapter makes of what it is told: levels, texts, causes, sources.</summary>
public sealed class LoggingAdapterSpecs : SystemSpecs
{
    private readonly Ear _log;

    public LoggingAdapterSpecs()
    {
        _log = NewEar();
        System.EventStream.Subscribe(_log.Ref, typeof(LogEvent));
    }

    public static TheoryData<LogLevel, Type> Levels => new()
    {
        { LogLevel.DebugLevel, typeof(Debug) },
        { LogLevel.InfoLevel, typeof(Info) },
        { LogLevel.WarningLevel, typeof(Warning) },
        { LogLevel.ErrorLevel, typeof(Error) },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task An_event_has_the_class_text_and_cause_of_what_was_logged(LogLevel level, Type type)
    {
        var cause = new InvalidOperationException("the cause");
        System.Log.Log(level, "plain {0}");
        System.Log.Log(level, "{0} and {1}", [1, "two"]);
        System.Log.Log(level, cause, "{0}", ["with cause"]);
        foreach (var (text, expected) in new (string, Exception?)[] { ("plain {0}", null), ("1 and two", null), ("with cause", cause) })
        {
            var logged = await _log.Next<LogEvent>();
            Assert.IsType(type, logged);
            Assert.Equal(level, logged.LogLevel());
            Assert.Equal(text, logged.Message.ToString());
            Assert.Same(expected, logged.Cause);
        }
    }

    [Fact]
    public async Task Up_to_six_arguments_are_typed()
    {
        System.Log.Info("{0}", 1);
        System.Log.Info("{0}{1}", 1, '2');
        System.Log.Info("{0}{1}{2}", 1, '2', "3");
        System.Log.Info("{0}{1}{2}{3}", 1, '2', "3", 4L);
        System.Log.Info("{0}{1}{2}{3}{4}", 1, '2', "3", 4L, 5m);
        System.Log.Info(new InvalidOperationException("x"), "{0}{1}{2}{3}{4}{5}", 1, '2', "3", 4L, 5m, (byte)6);
        foreach (var text in new[] { "1", "12", "123", "1234", "12345", "123456" })
            Assert.Equal(text, (await _log.Next<Info>()).Message.ToString());
    }

    [Fact]
    public async Task What_is_below_the_level_is_neither_published_nor_made_into_text()
    {
        System.EventStream.SetLogLevel(LogLevel.WarningLevel);
        var log = System.Log;
        Assert.Equal((false, false, true, true), (log.IsDebugEnabled, log.IsInfoEnabled, log.IsWarningEnabled, log.IsErrorEnabled));
        Assert.False(log.IsEnabled(LogLevel.InfoLevel));
        log.Debug("{0}", new Untouchable());
        log.Info("info");
        log.Warning("warning");
        log.Error("error");
        Assert.Equal("warning", (await _log.Next<Warning>()).Message);
        Assert.Equal("error", (await _log.Next<Error>()).Message);
    }

    [Fact]
    public async Task A_text_without_arguments_is_taken_as_it_is()
    {
        System.Log.Info("braces { and {0} and } stay");
        Assert.Equal("braces { and {0} and } stay", (await _log.Next<Info>()).Message.ToString());
    }

    [Fact]
    public async Task An_actors_logger_gives_its_path_and_class_as_source()
    {
        var actor = System.ActorOf(Props.Create(() => new Talker()), "talker");
        actor.Tell("hello");
        var logged = await _log.Fish<Info>(i => i.Message.ToString() == "hello");
        Assert.Equal("akka://spec/user/talker", logged.LogSource);
        Assert.Equal(typeof(Talker), logged.LogClass);
    }

    [Fact]
    public async Task Other_sources_give_their_name_and_the_systems()
    {
        Logging.GetLogger(System, "a text").Info("1");
        Logging.GetLogger(System, typeof(string)).Info("2");
        Logging.GetLogger(System, this).Info("3");
        Logging.GetLogger(System.EventStream, "a text").Info("4");
        Logging.GetLogger(System, LogSource.Create("as given", typeof(int))).Info("5");
        Assert.Equal(("a text (akka://spec)", typeof(DummyClassForStringSources)), Source(await _log.Next<Info>()));
        Assert.Equal(("String (akka://spec)", typeof(string)), Source(await _log.Next<Info>()));
        Assert.Equal(("LoggingAdapterSpecs (akka://spec)", typeof(LoggingAdapterSpecs)), Source(await _log.Next<Info>()));
        Assert.Equal(("a text", typeof(DummyClassForStringSources)), Source(await _log.Next<Info>()));
        Assert.Equal(("as given", typeof(int)), Source(await _log.Next<Info>()));
    }

    [Fact]
    public void An_event_as_text_has_level_thread_source_message_and_cause()
    {
        var text = new Error(new InvalidOperationException("why"), "the source", typeof(string), "what").ToString();
        Assert.StartsWith("[ERROR][", text, StringComparison.Ordinal);
        var thread = $"[Thread {Environment.CurrentManagedThreadId:0000}]";
        Assert.Contains($"{thread}[the source] what{Environment.NewLine}", text, StringComparison.Ordinal);
        Assert.Contains("why", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_have_names_and_classes()
    {
        Assert.Equal(LogLevel.WarningLevel, Logging.LogLevelFor("warning"));
        Assert.Equal(LogLevel.DebugLevel, Logging.LogLevelFor("DEBUG"));
        Assert.True(Logging.LogLevelFor("OFF") > LogLevel.ErrorLevel);
        Assert.Throws<ArgumentException>(() => Logging.LogLevelFor("loud"));
        Assert.Equal("INFO", LogLevel.InfoLevel.StringFor());
        Assert.Equal(typeof(Warning), LogLevel.WarningLevel.ClassFor());
        Assert.Equal(LogLevel.ErrorLevel, Logging.LogLevelFor<Error>());
    }

    [Fact]
    public void A_logger_that_logs_nothing_says_so()
    {
        Assert.False(NoLogger.Instance.IsErrorEnabled);
        NoLogger.Instance.Error("{0}", new Untouchable());
    }

    private static (string, Type) Source(LogEvent logged) => (logged.LogSource, logged.LogClass);

    private sealed class Untouchable
    {
        public override string ToString() => throw new InvalidOperationException("made into text");
    }

    private sealed class Talker : UntypedActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        protected override void OnReceive(object message) => _log.Info("{0}", message);
    }

    [Fact]
    public async Task A_formatter_of_ones_own_formats_texts_without_arguments_too()
    {
        var log = new BusLogging(System.EventStream, "source", typeof(LoggingAdapterSpecs), new Framing());
        log.Error("plain");
        log.Error("{0}", "argued");
        Assert.Equal("<plain>", (await _log.Next<Error>()).Message.ToString());
        Assert.Equal("<argued>", (await _log.Next<Error>()).Message.ToString());
    }

    private sealed class Framing : ILogMessageFormatter
    {
        public string Format(string format, params object[] args) => $"<{string.Format(format, args)}>";

        public string Format(string format, IEnumerable<object> args) => Format(format, args.ToArray());
    }
}
