using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Actors.Engine.TestKit.Tests;

public class TestActorRefSpecs : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void Its_generated_name_starts_with_two_dollar_signs() =>
        Assert.StartsWith("$$", new TestActorRef<Worker>(Sys, Props.Create<Worker>()).Path.Name);

    [Fact]
    public void It_processes_a_message_before_the_telling_returns_and_shows_its_instance()
    {
        var worker = ActorOfAsTestActorRef<Worker>("worker");
        worker.Tell("hello");
        Assert.Equal("hello", worker.UnderlyingActor.Received);
        Assert.Same(Thread.CurrentThread, worker.UnderlyingActor.Thread);
        Assert.Equal(Sys.ActorSelection("/user/worker").Anchor.Path.Root / "user" / "worker", worker.Path);
    }

    [Fact]
    public void Refs_that_tell_each_other_are_done_when_the_first_telling_returns()
    {
        var server = ActorOfAsTestActorRef<SimpleEchoActor>(SimpleEchoActor.Props());
        var client = ActorOfAsTestActorRef<Client>(Props.Create(() => new Client(server)));
        client.Tell(4);
        Assert.Equal([4, 3, 2, 1, 0], client.UnderlyingActor.Answers);
    }

    [Fact]
    public async Task It_can_be_asked_and_has_answered_at_once()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        var answer = worker.Ask("work");
        Assert.True(answer.IsCompleted);
        Assert.Equal("work done", await answer);
    }

    [Fact]
    public void It_equals_the_ref_of_its_actor()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        worker.Tell("self");
        var self = ExpectMsg<IActorRef>();
        Assert.True(worker.Equals(self));
        Assert.True(self.Equals(worker));
        Assert.True(self == worker);
        Assert.Equal(self.GetHashCode(), worker.GetHashCode());
        Assert.Single(new HashSet<IActorRef> { worker, worker.Ref, self });
    }

    [Fact]
    public void It_stops_by_poison_and_tells_its_watchers()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        Watch(worker);
        worker.Tell(PoisonPill.Instance);
        ExpectTerminated(worker);
        Assert.Throws<IllegalActorStateException>(() => worker.UnderlyingActor);
    }

    [Fact]
    public void It_is_supervised_by_the_parent_it_was_given()
    {
        var boss = ActorOfAsTestActorRef<Boss>(Props.Create(() => new Boss()));
        var child = ActorOfAsTestActorRef<Worker>(boss, "child");
        Assert.Equal(boss.Path / "child", child.Path);
        var first = child.UnderlyingActor;
        EventFilter.Exception<ApplicationException>().ExpectOne(() => child.Tell(new ApplicationException()));
        Assert.NotSame(first, child.UnderlyingActor);
    }

    [Fact]
    public void A_killed_child_has_been_restarted_when_the_telling_that_led_to_it_returns()
    {
        var boss = ActorOfAsTestActorRef<Killing>();
        boss.Tell("kill");
        Assert.Equal(["made", "made"], boss.UnderlyingActor.Lives);
    }

    [Fact]
    public async Task It_can_be_made_within_the_constructor_of_another_actor()
    {
        var nesting = ActorOfAsTestActorRef<Nesting>();
        var nested = await nesting.Ask<IActorRef>("any", TimeSpan.FromSeconds(3));
        nested.Tell("work");
        ExpectMsg("work done");
        Assert.NotEqual(nesting.Ref, nested);
    }

    [Fact]
    public void A_failure_of_receive_is_thrown_at_the_test_and_no_supervisor_hears_of_it()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        var first = worker.UnderlyingActor;
        Assert.Throws<ApplicationException>(() => worker.Receive(new ApplicationException()));
        Assert.Same(first, worker.UnderlyingActor);
    }

    [Fact]
    public void Receive_has_the_sender_it_was_given()
    {
        ActorOfAsTestActorRef<Worker>().Receive("work", TestActor);
        ExpectMsg("work done");
    }

    [Fact]
    public void A_stop_within_receive_has_happened_when_it_returns()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        Watch(worker);
        worker.Receive("stop");
        ExpectTerminated(worker, TimeSpan.Zero);
    }

    [Fact]
    public async Task An_asynchronous_handler_is_awaited_and_its_failure_thrown_at_the_test()
    {
        var worker = ActorOfAsTestActorRef<Worker>();
        await worker.ReceiveAsync(1);
        Assert.Equal("1", worker.UnderlyingActor.Received);
        await Assert.ThrowsAsync<ApplicationException>(() => worker.ReceiveAsync(-1));
        await Assert.ThrowsAsync<ApplicationException>(() => worker.ReceiveAsync(new ApplicationException()));
        worker.Tell("goes on");
        Assert.Equal("goes on", worker.UnderlyingActor.Received);
    }

    [Fact]
    public void It_has_no_receive_timeout_of_its_own() =>
        Assert.Null(((IInternalActor)ActorOfAsTestActorRef<Worker>().UnderlyingActor).ActorContext.ReceiveTimeout);

    [Fact]
    public void Props_may_name_another_dispatcher()
    {
        var worker = ActorOfAsTestActorRef<Worker>(Props.Create<Worker>().WithDispatcher("akka.actor.default-dispatcher"));
        worker.Tell("work");
        ExpectMsg("work done");
        Assert.NotSame(Thread.CurrentThread, worker.UnderlyingActor.Thread);
    }

    private sealed class Worker : ReceiveActor
    {
        public Worker()
        {
            Receive<Exception>(failure => throw failure);
            ReceiveAsync<int>(async number =>
            {
                await Task.Yield();
                if (number < 0) throw new ApplicationException("negative");
                Received = number.ToString();
            });
            Receive<string>(message =>
            {
                Received = message;
                Thread = Thread.CurrentThread;
                if (message == "work") Sender.Tell("work done");
                if (message == "self") Sender.Tell(Self);
                if (message == "stop") Context.Stop(Self);
            });
        }

        public string? Received { get; private set; }

        public Thread? Thread { get; private set; }
    }

    private sealed class Boss : ReceiveActor
    {
        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);
    }

    private sealed class Killing : ReceiveActor
    {
        public Killing()
        {
            var lives = Lives;
            var child = new TestActorRef<Counted>(Context.System, Props.Create(() => new Counted(lives)), Self, "child");
            Receive<string>(_ => child.Tell(Kill.Instance));
        }

        public List<string> Lives { get; } = [];

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
            failure => failure is ActorKilledException ? Directive.Restart : Directive.Escalate);
    }

    private sealed class Counted : ReceiveActor
    {
        public Counted(List<string> lives) => lives.Add("made");
    }

    private sealed class Nesting : ReceiveActor
    {
        public Nesting()
        {
            var nested = new TestActorRef<Worker>(Context.System, Props.Create<Worker>(), Self, "nested");
            ReceiveAny(_ => Sender.Tell(nested));
        }
    }

    private sealed class Client : ReceiveActor
    {
        private bool _asked;

        public Client(IActorRef server) => Receive<int>(number =>
        {
            if (_asked) Answers.Add(number);
            if (_asked && number == 0) return;
            server.Tell(_asked ? number - 1 : number);
            _asked = true;
        });

        public List<int> Answers { get; } = [];
    }
}
