using System.Linq.Expressions;
using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Makes a top-level actor of <see cref="Sys"/>.</summary>
    public IActorRef ActorOf(Props props) => _system.ActorOf(props);

    /// <inheritdoc cref="ActorOf(Props)" />
    public IActorRef ActorOf(Props props, string? name) => _system.ActorOf(props, name);

    /// <inheritdoc cref="ActorOf(Props)" />
    public IActorRef ActorOf<TActor>() where TActor : ActorBase, new() => ActorOf(Props.Create<TActor>());

    /// <inheritdoc cref="ActorOf(Props)" />
    public IActorRef ActorOf<TActor>(string name) where TActor : ActorBase, new() => ActorOf(Props.Create<TActor>(), name);

    /// <inheritdoc cref="ActorOf(Props)" />
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory) where TActor : ActorBase => ActorOf(Props.Create(factory));

    /// <inheritdoc cref="ActorOf(Props)" />
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string name) where TActor : ActorBase =>
        ActorOf(Props.Create(factory), name);

    /// <summary>The selection of a path in <see cref="Sys"/>.</summary>
    public ActorSelection ActorSelection(ActorPath actorPath) => _system.ActorSelection(actorPath);

    /// <inheritdoc cref="ActorSelection(ActorPath)" />
    public ActorSelection ActorSelection(string actorPath) => _system.ActorSelection(actorPath);

    /// <summary>The selection of a path that is relative to an actor.</summary>
    public ActorSelection ActorSelection(IActorRef anchorRef, string actorPath) => new(anchorRef, actorPath);

    /// <summary>Makes an actor that runs on the thread which tells it something, and whose instance the test may look into.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, IActorRef supervisor, string? name = null)
        where TActor : ActorBase => new(_system, props, supervisor, name);

    /// <inheritdoc cref="ActorOfAsTestActorRef{TActor}(Props, IActorRef, string)" />
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, string? name = null)
        where TActor : ActorBase => new(_system, props, null, name);

    /// <inheritdoc cref="ActorOfAsTestActorRef{TActor}(Props, IActorRef, string)" />
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, IActorRef supervisor, string? name = null)
        where TActor : ActorBase => new(_system, Props.Create(factory), supervisor, name);

    /// <inheritdoc cref="ActorOfAsTestActorRef{TActor}(Props, IActorRef, string)" />
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase => new(_system, Props.Create(factory), null, name);

    /// <inheritdoc cref="ActorOfAsTestActorRef{TActor}(Props, IActorRef, string)" />
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(IActorRef supervisor, string? name = null)
        where TActor : ActorBase, new() => new(_system, Props.Create<TActor>(), supervisor, name);

    /// <inheritdoc cref="ActorOfAsTestActorRef{TActor}(Props, IActorRef, string)" />
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(string? name = null)
        where TActor : ActorBase, new() => new(_system, Props.Create<TActor>(), null, name);

    /// <summary>Makes a second test actor, whose messages nobody examines.</summary>
    /// <param name="name">Its name; generated where null.</param>
    public IActorRef CreateTestActor(string name) => StartTestActor(name ?? _settings.NextTestActorName(), new MessageEnvelopeQueue());

    /// <summary>Makes a probe: a test kit of its own in the same system.</summary>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(_system, name);

    /// <summary>Makes a probe in another system.</summary>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, _assertions, name);

    /// <summary>Makes a latch whose timeouts are dilated, with <c>akka.test.default-timeout</c> by default.</summary>
    /// <param name="count">How often it must be counted down before it opens.</param>
    public virtual TestLatch CreateTestLatch(int count = 1) => new(Dilated, _settings.DefaultTimeout, count);

    /// <summary>Makes a barrier whose timeouts are dilated, with <c>akka.test.default-timeout</c> by default.</summary>
    /// <param name="count">How many must wait before all go on.</param>
    public TestBarrier CreateTestBarrier(int count) => new(this, count, _settings.DefaultTimeout);

    /// <summary>Makes a child of the test actor.</summary>
    /// <param name="props">How it is made.</param>
    /// <param name="name">Its name.</param>
    /// <param name="supervisorStrategy">How its failures are handled.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    public IActorRef ChildActorOf(
        Props props, string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        SpawnAsync(props, name, supervisorStrategy, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)" />
    public IActorRef ChildActorOf(Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        SpawnAsync(props, null, supervisorStrategy, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)" />
    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        SpawnAsync(props, name, null, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)" />
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        SpawnAsync(props, null, null, Waiting.Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)" />
    public Task<IActorRef> ChildActorOfAsync(
        Props props, string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        SpawnAsync(props, name, supervisorStrategy, Waiting.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)" />
    public Task<IActorRef> ChildActorOfAsync(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        SpawnAsync(props, null, supervisorStrategy, Waiting.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)" />
    public Task<IActorRef> ChildActorOfAsync(Props props, string name, CancellationToken cancellationToken = default) =>
        SpawnAsync(props, name, null, Waiting.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)" />
    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) =>
        SpawnAsync(props, null, null, Waiting.Async, cancellationToken).AsTask();

    private ValueTask<IActorRef> SpawnAsync(
        Props props, string? name, SupervisorStrategy? strategy, Waiting waiting, CancellationToken cancellationToken)
    {
        _testActor.Tell(new TestKit.TestActor.Spawn(props, name!, strategy!), ActorRefs.NoSender);
        return ExpectAsync<IActorRef>(null, null, null, waiting, cancellationToken);
    }

    private IActorRef StartTestActor(string name, MessageEnvelopeQueue queue)
    {
        var props = Props.Create(() => new InternalTestActor(queue)).WithDispatcher("akka.test.test-actor.dispatcher");
        return ((ExtendedActorSystem)_system).SystemActorOf(props, name);
    }
}
