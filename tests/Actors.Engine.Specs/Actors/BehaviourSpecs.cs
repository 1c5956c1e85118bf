using Akka.Actor;
using Akka.Event;

namespace Actors.Engine.Specs.Actors;

/// <summary>Which handler a message meets. Source: Akka.NET, "ReceiveActor API", "Switchable Behaviors".</summary>
public sealed class BehaviourSpecs : ActorSpec
{
    [Fact]
    public void The_first_handler_that_fits_takes_the_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Choosy()));

        foreach (var (message, handler) in new (object, string)[]
            { (7, "lucky"), (-1, "negative"), (5, "number"), ("x", "refused or any"), (1.5, "refused or any") })
        {
            actor.Tell(message, TestActor);
            ExpectMsg(handler);
        }
    }

    [Fact]
    public void Nothing_can_be_added_behind_ReceiveAny()
    {
        var failure = Sys.ActorOf(Props.Create(() => new Overfull(TestActor)));
        Watch(failure);

        ExpectMsg(nameof(InvalidOperationException));
    }

    [Fact]
    public void What_nobody_handles_is_published()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new Puppet(Sys.DeadLetters, "puppet")));

        actor.Tell(42, TestActor);

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(42, unhandled.Message);
        Assert.Equal(actor, unhandled.Recipient);
        Assert.Equal(TestActor, unhandled.Sender);
    }

    [Fact]
    public void BecomeStacked_covers_the_behaviour_and_UnbecomeStacked_uncovers_it()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody()));

        foreach (var (message, mood) in new[]
        {
            ("?", "calm"), ("stack", "ok"), ("?", "stacked"), ("stack", "ok"), ("unstack", "ok"), ("?", "stacked"),
            ("unstack", "ok"), ("?", "calm"), ("unstack", "ok"), ("?", "calm"),
        })
        {
            actor.Tell(message, TestActor);
            ExpectMsg(mood);
        }
    }

    [Fact]
    public void Become_replaces_what_is_on_top()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody()));

        foreach (var (message, mood) in new[]
        {
            ("become", "ok"), ("?", "other"), ("stack", "ok"), ("?", "stacked"), ("become", "ok"), ("?", "other"),
        })
        {
            actor.Tell(message, TestActor);
            ExpectMsg(mood);
        }
    }

    [Fact]
    public void A_restart_brings_the_first_behaviour_back()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody()));
        actor.Tell("become", TestActor);
        ExpectMsg("ok");

        actor.Tell("fail");
        actor.Tell("?", TestActor);

        ExpectMsg("calm");
    }

    [Fact]
    public void Messages_wait_while_an_async_handler_runs()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(Props.Create(() => new Waiting(gate.Task, TestActor)));

        actor.Tell("wait");
        actor.Tell("next");
        ExpectMsg("begun wait");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        gate.SetResult();

        ExpectMsg("done wait");
        ExpectMsg("begun next");
        ExpectMsg("done next");
    }

    [Fact]
    public void An_async_handler_keeps_its_sender_and_context_after_it_has_waited()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waiting(Task.CompletedTask, Sys.DeadLetters)), "waiting");

        actor.Tell(3, TestActor);

        ExpectMsg("waiting 3");
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void An_async_handler_that_throws_fails_its_actor()
    {
        var actor = Supervised(
            Props.Create(() => new Waiting(Task.CompletedTask, Sys.DeadLetters)), new OneForOneStrategy(_ => Directive.Stop));
        Watch(actor);

        actor.Tell(new InvalidOperationException("boom"));

        ExpectTerminated(actor);
    }

    [Fact]
    public void After_an_async_failure_the_new_instance_goes_on_with_the_next_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waiting(Task.CompletedTask, TestActor)));

        actor.Tell("before");
        actor.Tell(new InvalidOperationException("boom"));
        actor.Tell("after");

        foreach (var step in new[] { "begun before", "done before", "begun after", "done after" }) ExpectMsg(step);
    }

    [Fact]
    public void A_poison_pill_waits_for_an_async_handler()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(Props.Create(() => new Waiting(gate.Task, TestActor)));
        Watch(actor);

        actor.Tell("wait");
        actor.Tell(PoisonPill.Instance);
        ExpectMsg("begun wait");
        gate.SetResult();

        ExpectMsg("done wait");
        ExpectTerminated(actor);
    }

    private sealed class Choosy : ReceiveActor
    {
        public Choosy()
        {
            Receive<int>(number => number == 7, _ => Sender.Tell("lucky"));
            Receive<int>(_ => Sender.Tell("negative"), number => number < 0);
            Receive<int>(_ => Sender.Tell("number"));
            Receive<string>(_ => false);
            ReceiveAny(_ => Sender.Tell("refused or any"));
        }
    }

    private sealed class Overfull : ReceiveActor
    {
        public Overfull(IActorRef told)
        {
            ReceiveAny(_ => { });
            try
            {
                Receive<int>(_ => { });
            }
            catch (InvalidOperationException exception)
            {
                told.Tell(exception.GetType().Name);
            }
        }
    }

    private sealed class Moody : ReceiveActor
    {
        public Moody() => Mood("calm");

        private void Mood(string mood)
        {
            Receive<string>(message => message == "?", _ => Sender.Tell(mood));
            Receive<string>(message => message == "become", _ => Change(() => Become(() => Mood("other"))));
            Receive<string>(message => message == "stack", _ => Change(() => BecomeStacked(() => Mood("stacked"))));
            Receive<string>(message => message == "unstack", _ => Change(UnbecomeStacked));
            Receive<string>(Fail);
        }

        private void Change(Action change)
        {
            change();
            Sender.Tell("ok");
        }

        private static void Fail(string message) => throw new InvalidOperationException("as told");
    }

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(Task gate, IActorRef told)
        {
            ReceiveAsync<string>(async message =>
            {
                told.Tell($"begun {message}");
                await gate;
                told.Tell($"done {message}");
            });
            ReceiveAsync<int>(async number =>
            {
                await Task.Yield();
                Sender.Tell($"{Context.Self.Path.Name} {number}");
            });
            ReceiveAsync<Exception>(async exception =>
            {
                await Task.Yield();
                throw exception;
            });
        }
    }
}
