using Akka.Actor;
using Akka.TestKit;

namespace Actors.Engine.TestKit.Tests;

public class CallingThreadDispatcherSpecs : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void A_message_is_processed_before_the_telling_returns_on_the_thread_that_tells()
    {
        var actor = OnCallingThread(() => new Relay(TestActor, ActorRefs.Nobody));
        actor.Tell("hello");
        ExpectMsg($"hello on {Environment.CurrentManagedThreadId}", TimeSpan.Zero);
    }

    [Fact]
    public void A_message_to_another_actor_is_processed_within_the_telling_and_one_to_an_active_actor_after_it()
    {
        var second = OnCallingThread(() => new Recorder(TestActor));
        var first = OnCallingThread(() => new Nesting(TestActor, second));
        first.Tell("go");
        Assert.Equal(["begin", "second", "end", "self"], ReceiveN(4, TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void Many_actors_in_a_ring_do_not_deepen_the_stack()
    {
        var ring = OnCallingThread(() => new Pong());
        ring.Tell(100_000);
        ExpectMsg(0, TimeSpan.Zero);
    }

    private IActorRef OnCallingThread<T>(System.Linq.Expressions.Expression<Func<T>> factory) where T : ActorBase =>
        Sys.ActorOf(Props.Create(factory).WithDispatcher(CallingThreadDispatcher.Id));

    private sealed class Relay : ReceiveActor
    {
        public Relay(IActorRef observer, IActorRef next) => ReceiveAny(message =>
        {
            observer.Tell($"{message} on {Environment.CurrentManagedThreadId}");
            next.Tell(message);
        });
    }

    private sealed class Recorder : ReceiveActor
    {
        public Recorder(IActorRef observer) => ReceiveAny(observer.Tell);
    }

    private sealed class Nesting : ReceiveActor
    {
        public Nesting(IActorRef observer, IActorRef second)
        {
            Receive<string>(message => message == "go", _ =>
            {
                observer.Tell("begin");
                Self.Tell("self");
                second.Tell("second");
                observer.Tell("end");
            });
            ReceiveAny(observer.Tell);
        }
    }

    // Two actors that tell each other a falling number, until it is none.
    private sealed class Pong : ReceiveActor
    {
        public Pong()
        {
            var asker = ActorRefs.Nobody as IActorRef;
            var other = Context.ActorOf(
                Props.Create(() => new Echo()).WithDispatcher(CallingThreadDispatcher.Id));
            Receive<int>(number =>
            {
                if (!Sender.Equals(other)) asker = Sender;
                if (number == 0) asker.Tell(0);
                else other.Tell(number - 1);
            });
        }
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => ReceiveAny(message => Sender.Tell(message));
    }
}
