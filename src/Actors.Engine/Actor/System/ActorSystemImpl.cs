using System.Collections.Concurrent;
using System.Text;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>The system.</summary>
public class ActorSystemImpl : ExtendedActorSystem
{
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentStack<Action> _onTermination = new();
    private readonly SystemExtensions _extensions;
    private readonly LocalActorRef _root;
    private readonly LocalActorRef _guardian;
    private readonly LocalActorRef _systemGuardian;
    private long _lastUid;
    private long _lastTemp = -1;
    private int _terminating;

    internal ActorSystemImpl(string name, Config config, ActorSystemSetup setup)
    {
        if (string.IsNullOrEmpty(name) || !char.IsAsciiLetterOrDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))
            throw new ArgumentException(
                $"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus non-leading '-')", nameof(name));
        Name = name;
        Settings = new Settings(this, config, setup);
        Settings.ProviderSelectionType.Require();
        LogsReceived = Settings.AddLoggingReceive;
        LogsLifecycle = Settings.DebugLifecycle;
        EventStream = new EventStream(Settings.DebugEventStream);
        EventStream.StartStdoutLogger(Settings);
        Log = Logging.GetLogger(this, this);
        Scheduler = SchedulerFactory.Create(Settings, Log);
        StartTime = Scheduler.MonotonicClock;
        Dispatchers = new Dispatchers(this, new DispatcherPrerequisites(EventStream, Scheduler, Settings));
        Mailboxes = new Mailboxes(this);
        DefaultDispatcher = Dispatchers.DefaultGlobalDispatcher;
        _extensions = new SystemExtensions(this);

        var rootPath = new RootActorPath(new Address("akka", name));
        Deployer = new Deployer(Settings);
        Provider = new LocalActorRefProvider(this);
        DeadLetters = new DeadLetterActorRef(Provider, rootPath / "deadLetters", EventStream);
        IgnoreRef = new IgnoreActorRef(Provider, rootPath / "ignore");
        var strategy = SupervisorStrategyConfigurator.CreateConfigurator(Settings.SupervisorStrategyClass).Create();
        _root = new LocalActorRef(
            this, Props.CreateBy(new RootProducer(this)), new RootSupervisorRef(Provider, rootPath / "_top-level", EventStream), "", rootPath);
        TempContainer = new VirtualPathContainer(rootPath / "temp", _root);
        _root.Start();
        _guardian = (LocalActorRef)_root.Cell.ActorOf(Props.Create(() => new Guardian(strategy)), "user");
        _systemGuardian = (LocalActorRef)_root.Cell.ActorOf(
            Props.Create(() => new Guardian(new OneForOneStrategy(SupervisorStrategy.DefaultDecider))), "system");
        _root.Tell(new RootGuardian.Supervise(_guardian, _systemGuardian), ActorRefs.NoSender);
    }

    /// <inheritdoc />
    public override string Name { get; }

    /// <inheritdoc />
    public override IActorRefProvider Provider { get; }

    /// <inheritdoc />
    public override Settings Settings { get; }

    /// <inheritdoc />
    public override Dispatchers Dispatchers { get; }

    /// <inheritdoc />
    public override Mailboxes Mailboxes { get; }

    /// <inheritdoc />
    public override IScheduler Scheduler { get; }

    /// <inheritdoc />
    public override EventStream EventStream { get; }

    /// <inheritdoc />
    public override IActorRef DeadLetters { get; }

    /// <inheritdoc />
    public override IActorRef IgnoreRef { get; }

    /// <inheritdoc />
    public override ILoggingAdapter Log { get; }

    /// <inheritdoc />
    public override TimeSpan StartTime { get; }

    /// <inheritdoc />
    public override Task WhenTerminated => _terminated.Task;

    /// <inheritdoc />
    public override IInternalActorRef Guardian => _guardian;

    /// <inheritdoc />
    public override IInternalActorRef LookupRoot => _root;

    /// <inheritdoc />
    public override IInternalActorRef SystemGuardian => _systemGuardian;

    internal Deployer Deployer { get; }

    internal MessageDispatcher DefaultDispatcher { get; }

    /// <summary><see cref="Settings.AddLoggingReceive"/>, near at hand: it is asked for every message.</summary>
    internal bool LogsReceived { get; }

    /// <summary><see cref="Settings.DebugLifecycle"/>, near at hand: it is asked for every actor.</summary>
    internal bool LogsLifecycle { get; }

    internal VirtualPathContainer TempContainer { get; }

    /// <inheritdoc />
    public override IActorRef ActorOf(Props props, string? name = null) => _guardian.Cell.ActorOf(props, name);

    /// <inheritdoc />
    public override IActorRef SystemActorOf(Props props, string? name = null) => _systemGuardian.Cell.ActorOf(props, name);

    /// <inheritdoc />
    public override IActorRef SystemActorOf<TActor>(string? name = null) => SystemActorOf(Props.Create<TActor>(), name);

    /// <inheritdoc />
    public override ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this);

    /// <inheritdoc />
    public override ActorSelection ActorSelection(string actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this, _root);

    /// <inheritdoc />
    public override void Stop(IActorRef actor) => ((IInternalActorRef)actor).Stop();

    /// <inheritdoc />
    public override Task Terminate()
    {
        if (Settings.CoordinatedShutdownRunByActorSystemTerminate)
            _ = CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        else
            _ = FinalTerminate();
        return WhenTerminated;
    }

    /// <inheritdoc />
    public override void RegisterOnTermination(Action code)
    {
        if (WhenTerminated.IsCompleted) throw new InvalidOperationException("ActorSystem already terminated.");
        _onTermination.Push(code);
    }

    /// <inheritdoc />
    public override object? RegisterExtension(IExtensionId extension) => _extensions.Register(extension);

    /// <inheritdoc />
    public override object GetExtension(IExtensionId extensionId) => _extensions.Get(extensionId);

    /// <inheritdoc />
    public override T? GetExtension<T>() where T : class => TryGetExtension<T>(out var extension) ? extension : null;

    /// <inheritdoc />
    public override bool HasExtension(Type type) => _extensions.TryGet(type, out _);

    /// <inheritdoc />
    public override bool HasExtension<T>() => HasExtension(typeof(T));

    /// <inheritdoc />
    public override bool TryGetExtension(Type extensionType, out object? extension) => _extensions.TryGet(extensionType, out extension);

    /// <inheritdoc />
    public override bool TryGetExtension<T>(out T? extension) where T : class
    {
        var found = _extensions.TryGet(typeof(T), out var instance);
        extension = instance as T;
        return found;
    }

    /// <inheritdoc />
    public override string PrintTree()
    {
        var text = new StringBuilder();
        Print(_root, 0);
        return text.ToString();

        void Print(IActorRef actor, int depth)
        {
            text.Append(' ', depth * 4).AppendLine(actor.Path.Name);
            if (actor is not LocalActorRef local) return;
            foreach (var child in local.Cell.GetChildren().OrderBy(c => c.Path.Name, StringComparer.Ordinal)) Print(child, depth + 1);
        }
    }

    /// <inheritdoc />
    public override string ToString() => LookupRoot.Path.Address.ToString();

    internal void Start()
    {
        try
        {
            EventStream.StartUnsubscriber(this);
            if (Settings.LogDeadLetters > 0) SystemActorOf<DeadLetterListener>("deadLetterListener");
            EventStream.StartDefaultLoggers(this);
            CoordinatedShutdown.Get(this);
            _extensions.LoadConfigured();
            if (Settings.LogConfigOnStart) Log.Info(Settings.ToString());
        }
        catch
        {
            _ = FinalTerminate();
            throw;
        }
    }

    /// <summary>Terminates without coordinated shutdown, whose last phase calls this.</summary>
    internal Task FinalTerminate()
    {
        if (Interlocked.Exchange(ref _terminating, 1) == 0)
        {
            // Published whatever the level, so that who listens to the stream learns of it.
            EventStream.Publish(new Debug(LogSource.Create(this).Source, GetType(), "System shutdown initiated"));
            if (!Settings.LogDeadLettersDuringShutdown && _systemGuardian.Cell.FindChild("deadLetterListener") is { } listener) listener.Stop();
            _guardian.Stop();
        }

        return WhenTerminated;
    }

    /// <summary>What the root shows beside its guardians.</summary>
    internal IInternalActorRef? ExtraName(string name) => name switch
    {
        "temp" => TempContainer,
        "deadLetters" => (IInternalActorRef)DeadLetters,
        _ => null,
    };

    internal long NextUid() => Interlocked.Increment(ref _lastUid);

    /// <summary>A path for a ref without an actor.</summary>
    internal ActorPath TempPath() => TempContainer.Path / ActorNames.Temporary(Interlocked.Increment(ref _lastTemp));

    /// <summary>The root is gone, and all actors with it.</summary>
    internal void FinishTermination()
    {
        try
        {
            RunTerminationCallbacks();
            Dispatchers.Stop();
            (Scheduler as IDisposable)?.Dispose();
        }
        finally
        {
            _terminated.TrySetResult();
            // Those that came while the first were run.
            RunTerminationCallbacks();
        }
    }

    private void RunTerminationCallbacks()
    {
        while (_onTermination.TryPop(out var code))
        {
            try
            {
                code();
            }
            catch (Exception e)
            {
                Log.Error(e, "A termination callback failed");
            }
        }
    }

    /// <summary>The root's strategy: a guardian that fails is restarted where it may be, and otherwise ends the system.</summary>
    private sealed class RootProducer(ActorSystemImpl system) : IIndirectActorProducer
    {
        public Type ActorType => typeof(RootGuardian);

        public ActorBase Produce() => new RootGuardian(
            static () => new OneForOneStrategy(static _ => Directive.Stop), () => system.EventStream.StopDefaultLoggers(system));

        public void Release(ActorBase actor) { }
    }
}
