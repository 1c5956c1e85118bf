using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>How an actor is made and run: its type and arguments, dispatcher, mailbox and the strategy for its children. Immutable.</summary>
public class Props : IEquatable<Props>
{
    /// <summary>Props without an actor.</summary>
    public static readonly Props None = new(typeof(NoActor));

    private readonly IActorFactory _factory;

    /// <summary>An actor of <paramref name="type"/> with a parameterless constructor.</summary>
    public Props(Type type) : this(type, []) { }

    /// <summary>An actor of <paramref name="type"/> with these constructor arguments.</summary>
    public Props(Type type, object[] args) : this(FactoryOf(type, args ?? []), null) { }

    /// <summary>An actor of <paramref name="type"/> with these constructor arguments and a strategy for its children.</summary>
    public Props(Type type, SupervisorStrategy supervisorStrategy, IEnumerable<object> args) : this(type, supervisorStrategy, args.ToArray()) { }

    /// <summary>An actor of <paramref name="type"/> with these constructor arguments and a strategy for its children.</summary>
    public Props(Type type, SupervisorStrategy supervisorStrategy, params object[] args)
        : this(FactoryOf(type, args), supervisorStrategy) { }

    /// <summary>An actor of <paramref name="type"/> with these constructor arguments, run as <paramref name="deploy"/> says.</summary>
    public Props(Deploy deploy, Type type, IEnumerable<object> args) : this(deploy, type, args.ToArray()) { }

    /// <summary>An actor of <paramref name="type"/> with these constructor arguments, run as <paramref name="deploy"/> says.</summary>
    public Props(Deploy deploy, Type type, params object[] args) : this(type, args) => Deploy = deploy;

    private Props(IActorFactory factory, SupervisorStrategy? strategy)
    {
        _factory = factory;
        SupervisorStrategy = strategy;
    }

    /// <summary>Copies <paramref name="copy"/>.</summary>
    protected Props(Props copy)
    {
        _factory = copy._factory;
        SupervisorStrategy = copy.SupervisorStrategy;
        Deploy = copy.Deploy;
    }

    /// <summary>What an actor that has stopped shows in the place of its own.</summary>
    internal static readonly Props Terminated = new(typeof(NoActor));

    /// <summary>Props of an actor that handles nothing.</summary>
    public static Props Empty => Create<EmptyActor>();

    /// <summary>The actor's type.</summary>
    public Type Type => _factory.ActorType;

    /// <summary>The actor type's full name.</summary>
    public string TypeName => Type.AssemblyQualifiedName!;

    /// <summary>The constructor's arguments.</summary>
    public object[] Arguments => _factory.Arguments;

    /// <summary>The configured path of the dispatcher, or the default one's.</summary>
    public string Dispatcher => DispatcherId ?? Dispatch.Dispatchers.DefaultDispatcherId;

    /// <summary>The configured path of the mailbox, or <see cref="Deploy.NoMailboxGiven"/>.</summary>
    public string Mailbox => Deploy.Mailbox;

    /// <summary>How the actor is run.</summary>
    public Deploy Deploy { get; protected set; } = Deploy.None;

    /// <summary>The strategy for the actor's children where it does not say so itself.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; protected set; }

    internal string? DispatcherId => Deploy.Dispatcher == Deploy.NoDispatcherGiven ? null : Deploy.Dispatcher;

    /// <summary>How many messages a bounded stash holds; -1 for no bound.</summary>
    internal int StashCapacity => Deploy.StashCapacity;

    /// <summary>
    /// Props from <c>() => new MyActor(1, x)</c>: the arguments are evaluated now, the constructor is called for every incarnation.
    /// Throws <see cref="ArgumentException"/> for any other expression.
    /// </summary>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase =>
        new(ConstructorFactory.From(factory), supervisorStrategy);

    /// <summary>Props of <typeparamref name="TActor"/> with these constructor arguments.</summary>
    public static Props Create<TActor>(params object[] args) where TActor : ActorBase => new(typeof(TActor), args);

    /// <summary>Props of <typeparamref name="TActor"/> with a parameterless constructor.</summary>
    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy) where TActor : ActorBase, new() =>
        new(new ConstructorFactory(typeof(TActor), []), supervisorStrategy);

    /// <summary>Props of <paramref name="type"/> with these constructor arguments. Throws <see cref="ArgumentNullException"/>.</summary>
    public static Props Create(Type type, params object[] args) =>
        type is null ? throw new ArgumentNullException(nameof(type), "Props must be instantiated with an actor type.") : new(type, args);

    /// <summary>Props of actors that a producer makes.</summary>
    public static Props CreateBy(IIndirectActorProducer producer, params object[] args) => new(new ProducerFactory(producer, args), null);

    /// <summary>Props of actors that a producer of type <typeparamref name="TProducer"/> makes.</summary>
    public static Props CreateBy<TProducer>(params object[] args) where TProducer : class, IIndirectActorProducer =>
        CreateBy((IIndirectActorProducer)Activator.CreateInstance(typeof(TProducer), args)!);

    /// <summary>The same on another dispatcher, named by its path in the configuration.</summary>
    public Props WithDispatcher(string dispatcher) => new(this) { Deploy = Deploy.WithDispatcher(dispatcher) };

    /// <summary>The same with another mailbox, named by its path in the configuration.</summary>
    public Props WithMailbox(string mailbox) => new(this) { Deploy = Deploy.WithMailbox(mailbox) };

    /// <summary>The same with another strategy for its children.</summary>
    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => new(this) { SupervisorStrategy = supervisorStrategy };

    /// <summary>The same with a stash that holds so many messages.</summary>
    public Props WithStashCapacity(int stashCapacity) => new(this) { Deploy = Deploy.WithStashCapacity(stashCapacity) };

    /// <summary>The same, run as <paramref name="deploy"/> says, and where that says nothing as before.</summary>
    public Props WithDeploy(Deploy deploy) => new(this) { Deploy = deploy.WithFallback(Deploy) };

    /// <summary>Makes an incarnation; called by the engine.</summary>
    public virtual ActorBase NewActor()
    {
        try
        {
            return _factory.Create();
        }
        catch (Exception e)
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw new TypeLoadException($"Error while creating actor instance of type {Type} with {Arguments.Length} args: ({string.Join(",", Arguments)})", cause);
        }
    }

    internal void Release(ActorBase actor) => _factory.Release(actor);

    /// <summary>The type may be a producer's instead of an actor's.</summary>
    private static IActorFactory FactoryOf(Type type, object[] args) =>
        typeof(IIndirectActorProducer).IsAssignableFrom(type)
            ? new ProducerFactory((IIndirectActorProducer)Activator.CreateInstance(type, args)!, args)
            : new ConstructorFactory(type, args);

    /// <inheritdoc />
    public bool Equals(Props? other) =>
        other is not null && Type == other.Type && Arguments.SequenceEqual(other.Arguments) && Deploy.Equals(other.Deploy) && Equals(SupervisorStrategy, other.SupervisorStrategy);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Props);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Type, Arguments.Length, Deploy.Dispatcher, Deploy.Mailbox);

    private sealed class EmptyActor : UntypedActor
    {
        protected override void OnReceive(object message) { }
    }

    private sealed class NoActor : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
