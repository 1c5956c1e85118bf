using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Configs;

namespace Akka.TestKit;

/// <summary>
/// Tests actors from outside: an actor system, a <see cref="TestActor"/> that stands for the rest of the world, and methods that examine what it
/// receives. Derive from <c>Akka.TestKit.Xunit2.TestKit</c>, or from this for another test framework. Akka.NET's documentation, "Testing Actor
/// Systems". Unless said otherwise, a maximum duration is dilated (multiplied by <c>akka.test.timefactor</c>), where none is given what remains
/// of the innermost <c>Within</c> counts, else <c>akka.test.single-expect-default</c>; a method that does not find what it is asked for fails
/// the test by the framework's exception; and an asynchronous method does the same as its namesake, without holding the thread.
/// </summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private readonly ITestKitAssertions _assertions;
    private readonly MessageEnvelopeQueue _queue = new();
    private ActorSystem _system = null!;
    private TestKitSettings _settings = null!;
    private IActorRef _testActor = null!;
    private ILoggingAdapter _log = null!;
    private EventFilterFactory _eventFilter = null!;
    private MessageEnvelope _last = NullMessageEnvelope.Instance;

    /// <summary>Uses the system, or a new one named "test" with <see cref="DefaultConfig"/> where there is none.</summary>
    /// <exception cref="ArgumentNullException">No assertions.</exception>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    /// <summary>Makes a system by the setup; its configuration falls back to <see cref="DefaultConfig"/>.</summary>
    /// <exception cref="ArgumentNullException">No assertions.</exception>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystemSetup setup, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    /// <summary>Makes a system with the configuration, which falls back to <see cref="DefaultConfig"/>.</summary>
    /// <exception cref="ArgumentNullException">No assertions.</exception>
    protected TestKitBase(ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, SetupOf(config), actorSystemName, testActorName)
    {
    }

    /// <summary>Uses the system, or makes one by the setup where there is none.</summary>
    /// <exception cref="ArgumentNullException">No assertions.</exception>
    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystem? system, ActorSystemSetup? config, string? actorSystemName, string? testActorName)
    {
        _assertions = assertions ?? throw new ArgumentNullException(nameof(assertions), "The supplied assertions must not be null.");
        InitializeTest(system!, config!, actorSystemName!, testActorName!);
    }

    /// <summary>What every test's configuration falls back to.</summary>
    public static Config DefaultConfig => TestConfigs.DefaultConfig;

    /// <summary>Logs all that a system can log about its actors, at debug level.</summary>
    public static Config FullDebugConfig => ConfigurationFactory.ParseString(
        """
        akka {
          loglevel = DEBUG
          stdout-loglevel = DEBUG
          log-dead-letters = on
          log-dead-letters-during-shutdown = true
          actor.debug {
            receive = on
            autoreceive = on
            lifecycle = on
            event-stream = on
            unhandled = on
            fsm = on
            router-misconfiguration = on
          }
        }
        """);

    /// <summary>Monotonic real time since an arbitrary start.</summary>
    public static TimeSpan Now => Deadline.Now;

    /// <summary>The system under test.</summary>
    public ActorSystem Sys => _system;

    /// <summary>The settings under <c>akka.test</c>.</summary>
    public TestKitSettings TestKitSettings => _settings;

    /// <summary>
    /// Receives what the test examines. It is the sender of what the test itself tells, unless the test implements
    /// <see cref="INoImplicitSender"/>.
    /// </summary>
    public IActorRef TestActor => _testActor;

    /// <summary>Logs as the test.</summary>
    public ILoggingAdapter Log => _log;

    /// <summary>Whether there is a message that no examination has taken.</summary>
    public bool HasMessages => !_queue.IsEmpty;

    /// <summary>The message that the last examination took.</summary>
    /// <exception cref="IllegalActorStateException">It took none.</exception>
    public object LastMessage => _last.Message;

    /// <summary>Who sent <see cref="LastMessage"/>.</summary>
    /// <exception cref="IllegalActorStateException">It took none.</exception>
    public IActorRef LastSender => _last.Sender;

    /// <summary>Expects, or mutes, events of the system's log.</summary>
    public EventFilterFactory EventFilter => _eventFilter;

    /// <summary>The framework's assertions, for the kit's own parts.</summary>
    internal ITestKitAssertions FrameworkAssertions => _assertions;

    /// <summary>See <see cref="EventFilter"/>, for another system.</summary>
    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    /// <summary>Makes the system by a configuration; see <see cref="InitializeTest(ActorSystem, ActorSystemSetup, string, string)"/>.</summary>
    protected void InitializeTest(ActorSystem system, Config config, string actorSystemName, string testActorName) =>
        InitializeTest(system, SetupOf(config), actorSystemName, testActorName);

    /// <summary>Runs in the constructor: takes or makes the system, gives it the kit's extensions, and starts the test actor.</summary>
    /// <param name="system">The system to use; null to make one.</param>
    /// <param name="config">How to make it.</param>
    /// <param name="actorSystemName">Its name; "test" where null.</param>
    /// <param name="testActorName">The test actor's name; generated where null.</param>
    protected virtual void InitializeTest(ActorSystem system, ActorSystemSetup config, string actorSystemName, string testActorName)
    {
        _system = system ?? CreateSystem(config ?? ActorSystemSetup.Empty, actorSystemName);
        if (!_system.Settings.Config.HasPath("akka.test")) _system.Settings.InjectTopLevelFallback(DefaultConfig);
        _system.RegisterExtension(new TestKitExtension());
        _system.RegisterExtension(new TestKitAssertionsExtension(_assertions));
        _settings = TestKitExtension.For(_system);
        _log = Logging.GetLogger(_system, GetType());
        _eventFilter = new EventFilterFactory(this);
        _testActor = StartTestActor(string.IsNullOrEmpty(testActorName) ? _settings.NextTestActorName() : testActorName, _queue);
        if (this is TestProbe) return;
        // A test that went on elsewhere after an await may have left its sender on this thread: a test without one takes it away.
        if (this is INoImplicitSender) ImplicitSender.Forget();
        else ImplicitSender.Use(((LocalActorRef)_testActor).Cell);
    }

    private static ActorSystemSetup SetupOf(Config? config) =>
        config is null ? ActorSystemSetup.Empty : ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config));

    private static ActorSystem CreateSystem(ActorSystemSetup setup, string? name)
    {
        var bootstrap = setup.Get<BootstrapSetup>().GetOrElse(BootstrapSetup.Create());
        var config = bootstrap.Config.HasValue ? bootstrap.Config.Value.WithFallback(DefaultConfig) : DefaultConfig;
        return ActorSystem.Create(name ?? "test", setup.WithSetup(bootstrap.WithConfig(config)));
    }

    private void LogCall(string format, params object?[] args)
    {
        if (_settings.LogTestKitCalls) _log.Debug(format, args!);
    }
}
