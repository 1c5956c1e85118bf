using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// A test kit of its own that is also a reference to its test actor: to be handed to the actors under test, and asked what it received. Its
/// <c>Within</c> and its last message are its own. Akka.NET's documentation, "Using Multiple Probe Actors".
/// </summary>
public partial class TestProbe : TestKitBase, INoImplicitSender, IInternalActorRef, ILocalRefHolder, ISystemBound
{
    /// <summary>Makes a probe; usually by <see cref="TestKitBase.CreateTestProbe(string)"/>.</summary>
    /// <param name="system">Where it lives.</param>
    /// <param name="assertions">How it fails a test.</param>
    /// <param name="testProbeName">Its test actor's name; generated where null.</param>
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string? testProbeName = null) : base(assertions, system, testProbeName)
    {
    }

    /// <summary>The reference to its test actor.</summary>
    public IActorRef Ref => TestActor;

    /// <summary>Who sent the message that was examined last.</summary>
    public IActorRef Sender => LastSender;

    private IInternalActorRef Inner => (IInternalActorRef)TestActor;

    /// <summary>Tells an actor something, as this probe.</summary>
    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    /// <summary>Tells something to who sent the message that was examined last, as this probe.</summary>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Tells an actor the message that was examined last, as who sent it.</summary>
    public void Forward(IActorRef actor) => actor.Tell(LastMessage, Sender);

    /// <summary>Tells an actor something, as who sent the message that was examined last.</summary>
    public void Forward(IActorRef actor, object message) => actor.Tell(message, Sender);

    /// <summary>Makes a child of this probe.</summary>
    public IActorRef ChildActorOf<T>(string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)" />
    public IActorRef ChildActorOf<T>(SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)" />
    public IActorRef ChildActorOf<T>(string name, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), name, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)" />
    public IActorRef ChildActorOf<T>(CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)" />
    public Task<IActorRef> ChildActorOfAsync<T>(string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)" />
    public Task<IActorRef> ChildActorOfAsync<T>(SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)" />
    public Task<IActorRef> ChildActorOfAsync<T>(string name, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), name, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)" />
    public Task<IActorRef> ChildActorOfAsync<T>(CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), cancellationToken);
}
