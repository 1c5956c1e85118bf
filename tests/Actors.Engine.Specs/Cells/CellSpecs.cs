using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Cells;

/// <summary>What can be seen of the engine's half of an actor, and done to it with system messages.</summary>
public sealed class CellSpecs : TestKit
{
    [Fact]
    public void A_context_is_its_actors_cell()
    {
        var actor = Sys.ActorOf(Props.Create(() => new CellTeller(TestActor)), "teller");
        var cell = ExpectMsg<ActorCell>();
        Assert.Same(((LocalActorRef)actor).Cell, cell);
        Assert.Same(cell, ((ActorRefWithCell)actor).Underlying);
        Assert.Equal(actor, cell.Self);
        Assert.Same(Sys, cell.System);
        Assert.Equal("/user", cell.Parent.Path.ToStringWithoutAddress());
        Assert.Equal("akka.actor.default-dispatcher", cell.Dispatcher.Id);
    }

    [Fact]
    public void A_cell_counts_the_messages_that_wait()
    {
        var actor = Sys.ActorOf(Props.Create(() => new CellTeller(TestActor)));
        var cell = ExpectMsg<ActorCell>();
        actor.Tell(new ManualResetEventSlim());
        var gate = ExpectMsg<ManualResetEventSlim>();
        Assert.False(cell.HasMessages);
        actor.Tell("one");
        actor.Tell("two");
        Assert.True(cell.HasMessages);
        Assert.Equal(2, cell.NumberOfMessages);
        gate.Set();
        AwaitCondition(() => !cell.HasMessages);
    }

    [Fact]
    public void A_stopped_actor_shows_the_mailbox_of_all_stopped_ones_and_no_props_of_its_own()
    {
        var actor = Sys.ActorOf(Props.Create(() => new CellTeller(TestActor)));
        var cell = ExpectMsg<ActorCell>();
        var (mailbox, props) = (cell.Mailbox, cell.Props);
        Assert.NotSame(Sys.Mailboxes.DeadLetterMailbox, mailbox);
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        Assert.Same(Sys.Mailboxes.DeadLetterMailbox, cell.Mailbox);
        Assert.NotEqual(props, cell.Props);
        Assert.True(cell.IsTerminated);
    }

    [Fact]
    public void News_of_the_end_of_an_actor_that_is_not_watched_is_no_message()
    {
        var stranger = Sys.ActorOf(Props.Empty);
        ((IInternalActorRef)TestActor).SendSystemMessage(new DeathWatchNotification(stranger, existenceConfirmed: true, addressTerminated: false));
        TestActor.Tell("next");
        ExpectMsg("next");
    }

    [Fact]
    public void Suspend_holds_ordinary_messages_back_until_Resume_and_Terminate_stops()
    {
        var actor = (IInternalActorRef)Sys.ActorOf(Props.Create(() => new CellTeller(TestActor)));
        ExpectMsg<ActorCell>();
        Watch(actor);
        actor.SendSystemMessage(new Suspend());
        actor.Tell("held");
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        actor.SendSystemMessage(new Resume(null));
        ExpectMsg("held");
        actor.SendSystemMessage(new Terminate());
        ExpectTerminated(actor);
    }

    [Fact]
    public async Task A_watcher_asks_by_system_message_and_is_told_by_one()
    {
        var actor = (IInternalActorRef)Sys.ActorOf(Props.Empty);
        var watcher = new ProbeRef(actor.Provider, actor.Path / "watcher");
        actor.SendSystemMessage(new Watch(actor, watcher));
        actor.Stop();
        var heard = await watcher.Heard.Task.WaitAsync(TestKitSettings.DefaultTimeout);
        Assert.Equal(actor, heard.Actor);
        Assert.True(heard.ExistenceConfirmed);
    }

    [Fact]
    public void A_strategy_may_tell_of_each_failure_as_the_system_message_does()
    {
        var strategy = new TellingStrategy(TestActor);
        var parent = Sys.ActorOf(Props.Create(() => new Parent()).WithSupervisorStrategy(strategy));
        parent.Tell("fail");
        var failed = ExpectMsg<Failed>();
        Assert.Equal("as asked", failed.Cause.Message);
        Assert.Equal("child", failed.Child.Path.Name);
    }

    private sealed class CellTeller : ReceiveActor
    {
        public CellTeller(IActorRef to)
        {
            to.Tell(Context);
            Receive<ManualResetEventSlim>(gate =>
            {
                to.Tell(gate);
                gate.Wait();
            });
            Receive<string>(to.Tell);
        }
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent()
        {
            var child = Context.ActorOf(Props.Create(() => new Failing()), "child");
            ReceiveAny(child.Tell);
        }
    }

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException("as asked");
    }

    private sealed class TellingStrategy(IActorRef to) : OneForOneStrategy(DefaultDecider)
    {
        public override void ProcessFailure(
            IActorContext context,
            bool restart,
            IActorRef child,
            Exception cause,
            Akka.Actor.Internal.ChildRestartStats stats,
            IReadOnlyCollection<Akka.Actor.Internal.ChildRestartStats> children)
        {
            to.Tell(new Failed(child, cause, stats.Uid), child);
            base.ProcessFailure(context, restart, child, cause, stats, children);
        }
    }

    private sealed class ProbeRef(IActorRefProvider provider, ActorPath path) : MinimalActorRef
    {
        public TaskCompletionSource<DeathWatchNotification> Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ActorPath Path => path;

        public override IActorRefProvider Provider => provider;

        public override void SendSystemMessage(ISystemMessage message) => Heard.TrySetResult((DeathWatchNotification)message);
    }
}
