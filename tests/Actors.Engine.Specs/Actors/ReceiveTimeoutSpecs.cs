using Akka.Actor;
using Akka.TestKit;

namespace Actors.Engine.Specs.Actors;

/// <summary>How an actor notices silence, in virtual time. Source: Akka.NET, "Receive Timeout".</summary>
public sealed class ReceiveTimeoutSpecs : ActorSpec
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public ReceiveTimeoutSpecs()
        : base($"akka.scheduler.implementation = \"{typeof(TestScheduler).AssemblyQualifiedName}\"")
    {
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Silence_is_noticed_when_the_timeout_is_over_and_not_before()
    {
        Started(10 * Second);

        Time.Advance(9 * Second);
        ExpectSilence();
        Time.Advance(1 * Second);

        ExpectMsg("timeout");
    }

    [Fact]
    public void Each_message_begins_the_wait_anew()
    {
        var actor = Started(10 * Second);

        Time.Advance(9 * Second);
        Ping(actor, "ping");
        Time.Advance(9 * Second);
        ExpectSilence();
        Time.Advance(1 * Second);

        ExpectMsg("timeout");
    }

    [Fact]
    public void A_message_that_is_not_to_influence_it_does_not()
    {
        var actor = Started(10 * Second);

        Time.Advance(9 * Second);
        Ping(actor, new Unobtrusive());
        Time.Advance(1 * Second);

        ExpectMsg("timeout");
    }

    [Fact]
    public void It_comes_again_after_each_further_silence()
    {
        Started(10 * Second);

        for (var i = 0; i < 3; i++)
        {
            Time.Advance(10 * Second);
            ExpectMsg("timeout");
            ExpectSilence();
        }
    }

    [Fact]
    public void It_can_be_called_off()
    {
        var actor = Started(10 * Second);

        Ping(actor, new SetTimeout(null));
        Time.Advance(100 * Second);

        ExpectSilence();
    }

    [Fact]
    public void It_can_be_changed_within_a_handler_and_counts_from_there()
    {
        var actor = Started(10 * Second);

        Time.Advance(9 * Second);
        Ping(actor, new SetTimeout(3 * Second));
        Time.Advance(2 * Second);
        ExpectSilence();
        Time.Advance(1 * Second);

        ExpectMsg("timeout");
    }

    [Fact]
    public void The_context_tells_what_is_set()
    {
        var actor = Started(10 * Second);
        actor.Tell("timeout?", TestActor);
        ExpectMsg(10 * Second);
    }

    private IActorRef Started(TimeSpan timeout)
    {
        var actor = Sys.ActorOf(Props.Create(() => new Listener(TestActor)));
        Ping(actor, new SetTimeout(timeout));
        return actor;
    }

    private void Ping(IActorRef actor, object message)
    {
        actor.Tell(message, TestActor);
        ExpectMsg("heard");
        // The wait begins when the handler has returned: this message is behind it, and influences nothing.
        actor.Tell(new Unobtrusive(), TestActor);
        ExpectMsg("heard");
    }

    private void ExpectSilence() => ExpectNoMsg(TimeSpan.FromMilliseconds(100));

    private sealed record SetTimeout(TimeSpan? Timeout);

    private sealed record Unobtrusive : INotInfluenceReceiveTimeout;

    private sealed class Listener : ReceiveActor
    {
        public Listener(IActorRef told)
        {
            Receive<ReceiveTimeout>(_ => told.Tell("timeout"));
            Receive<SetTimeout>(set =>
            {
                Context.SetReceiveTimeout(set.Timeout);
                Sender.Tell("heard");
            });
            Receive<string>(message => message == "timeout?", _ => Sender.Tell(Context.ReceiveTimeout ?? TimeSpan.Zero));
            ReceiveAny(_ => Sender.Tell("heard"));
        }
    }
}
