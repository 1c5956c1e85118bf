using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A tree of actors with what they share: dispatchers, scheduler, event stream, settings. Heavy: one per application.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    /// <summary>The name: letters, digits and <c>-</c>, the first of them a letter or a digit.</summary>
    public abstract string Name { get; }

    /// <summary>The settings.</summary>
    public abstract Settings Settings { get; }

    /// <summary>The dispatchers.</summary>
    public abstract Dispatchers Dispatchers { get; }

    /// <summary>The kinds of mailboxes.</summary>
    public abstract Mailboxes Mailboxes { get; }

    /// <summary>The scheduler.</summary>
    public abstract IScheduler Scheduler { get; }

    /// <summary>Where dead letters, unhandled messages and log events are published.</summary>
    public abstract EventStream EventStream { get; }

    /// <summary>Where undeliverable messages go.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>Discards what is sent to it.</summary>
    public abstract IActorRef IgnoreRef { get; }

    /// <summary>The system's own log.</summary>
    public abstract ILoggingAdapter Log { get; }

    /// <summary>The scheduler's monotonic clock when the system started.</summary>
    public abstract TimeSpan StartTime { get; }

    /// <summary>How long the system has run.</summary>
    public TimeSpan Uptime => Scheduler.MonotonicClock - StartTime;

    /// <summary>Completes when the system has terminated.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>Makes a system with the default configuration. Throws <see cref="ArgumentException"/> for a bad name.</summary>
    public static ActorSystem Create(string name) => Create(name, ActorSystemSetup.Empty);

    /// <summary>Makes a system with this configuration before the default one.</summary>
    public static ActorSystem Create(string name, Config config) => Create(name, BootstrapSetup.Create().WithConfig(config));

    /// <summary>Makes a system with this setup.</summary>
    public static ActorSystem Create(string name, BootstrapSetup setup) => Create(name, ActorSystemSetup.Create(setup));

    /// <summary>Makes a system with these setups.</summary>
    public static ActorSystem Create(string name, ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>();
        var config = bootstrap.HasValue ? bootstrap.Value.Config.GetOrElse(ConfigurationFactory.Empty) : ConfigurationFactory.Load();
        var system = new ActorSystemImpl(name, config, setup);
        system.Start();
        return system;
    }

    /// <inheritdoc />
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <inheritdoc />
    public abstract ActorSelection ActorSelection(ActorPath actorPath);

    /// <inheritdoc />
    public abstract ActorSelection ActorSelection(string actorPath);

    /// <summary>Stops an actor.</summary>
    public abstract void Stop(IActorRef actor);

    /// <summary>Stops all actors, user's first, and then the system. Completes with <see cref="WhenTerminated"/>.</summary>
    public abstract Task Terminate();

    /// <summary>Runs <paramref name="code"/> once the actors are gone, last registered first.</summary>
    public abstract void RegisterOnTermination(Action code);

    /// <summary>Adds an extension; the instance that is there stays.</summary>
    public abstract object? RegisterExtension(IExtensionId extension);

    /// <summary>The instance of an extension.</summary>
    public abstract object GetExtension(IExtensionId extensionId);

    /// <summary>The instance of an extension, or null.</summary>
    public abstract T? GetExtension<T>() where T : class, IExtension;

    /// <summary>Whether the extension is there.</summary>
    public abstract bool HasExtension(Type type);

    /// <summary>Whether the extension is there.</summary>
    public abstract bool HasExtension<T>() where T : class, IExtension;

    /// <summary>The instance of an extension, if it is there.</summary>
    public abstract bool TryGetExtension(Type extensionType, out object? extension);

    /// <summary>The instance of an extension, if it is there.</summary>
    public abstract bool TryGetExtension<T>(out T? extension) where T : class, IExtension;

    /// <summary>Begins to terminate the system and does not wait.</summary>
    public void Dispose()
    {
        _ = Terminate();
        GC.SuppressFinalize(this);
    }
}
