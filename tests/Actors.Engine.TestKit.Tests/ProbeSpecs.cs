using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Actors.Engine.TestKit.Tests;

public class ProbeSpecs : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void A_probe_and_its_ref_are_one_actor()
    {
        var probe = CreateTestProbe();
        Assert.True(probe.Equals(probe.Ref));
        Assert.True(probe.Ref.Equals(probe));
        Assert.Single(new HashSet<IActorRef> { probe, probe.Ref });
        Assert.Equal(probe.Ref.Path, ((IActorRef)probe).Path);
    }

    [Fact]
    public void A_probe_has_the_name_it_was_given()
    {
        Assert.StartsWith("worker", CreateTestProbe("worker").Ref.Path.Name);
    }

    [Fact]
    public void A_probe_replies_to_and_forwards_what_it_received_last()
    {
        var probe = CreateTestProbe();
        probe.Tell("hello");
        probe.ExpectMsg("hello");
        Assert.Equal(TestActor, probe.Sender);
        probe.Reply("world");
        ExpectMsg("world");
        Assert.Equal(probe.Ref, LastSender);
        probe.Forward(TestActor);
        ExpectMsg("hello");
        Assert.Equal(TestActor, LastSender);
    }

    [Fact]
    public void A_probe_sends_as_itself()
    {
        var probe = CreateTestProbe();
        probe.Send(Sys.ActorOf(SimpleEchoActor.Props()), "echo");
        probe.ExpectMsg("echo");
        Assert.False(HasMessages);
    }

    [Fact]
    public void The_death_of_a_probe_is_seen_whichever_way_it_is_watched()
    {
        var one = CreateTestProbe();
        Watch(one);
        Sys.Stop(one);
        ExpectTerminated(one);
        var two = CreateTestProbe();
        Watch(two.Ref);
        Sys.Stop(two);
        ExpectTerminated(two);
    }

    [Fact]
    public async Task A_probe_can_be_asked()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"{message}!", ActorRefs.NoSender);
            return AutoPilot.KeepRunning;
        }));
        Assert.Equal("ping!", await ((IActorRef)probe).Ask<string>("ping", TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void An_auto_pilot_flies_until_it_gives_up_and_every_message_is_still_examined()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell(message, ActorRefs.NoSender);
            return AutoPilot.NoAutoPilot;
        }));
        probe.Tell("first");
        ExpectMsg("first");
        probe.Tell("second");
        ExpectNoMsg(Short);
        Assert.Equal(["first", "second"], probe.ReceiveN(2));
    }

    [Fact]
    public void A_child_of_a_probe_is_supervised_as_it_was_told()
    {
        var probe = CreateTestProbe();
        var child = probe.ChildActorOf(Props.Create(() => new Failing(TestActor)), "child", new OneForOneStrategy(_ => Directive.Restart));
        Assert.Equal(probe.Ref.Path, child.Path.Parent);
        child.Tell("fail");
        ExpectMsg("restarted");
        var stopped = probe.ChildActorOf(Props.Create(() => new Failing(TestActor)), new OneForOneStrategy(_ => Directive.Stop));
        Watch(stopped);
        stopped.Tell("fail");
        ExpectTerminated(stopped);
    }

    [Fact]
    public void A_child_can_be_made_by_its_type()
    {
        var probe = CreateTestProbe();
        Assert.Equal("named", probe.ChildActorOf<BlackHoleActor>("named").Path.Name);
        Assert.Equal(probe.Ref.Path, probe.ChildActorOf<BlackHoleActor>().Path.Parent);
    }

    [Fact]
    public void What_a_stopped_probe_never_examined_is_a_dead_letter()
    {
        var letters = CreateTestProbe();
        Sys.EventStream.Subscribe(letters.Ref, typeof(Akka.Event.DeadLetter));
        var probe = CreateTestProbe();
        probe.Tell("never seen");
        Sys.Stop(probe);
        Assert.Equal("never seen", letters.ExpectMsg<Akka.Event.DeadLetter>().Message);
    }

    private sealed class Failing : ReceiveActor
    {
        private readonly IActorRef _observer;

        public Failing(IActorRef observer)
        {
            _observer = observer;
            ReceiveAny(_ => throw new InvalidOperationException("as told"));
        }

        protected override void PostRestart(Exception reason) => _observer.Tell("restarted");
    }
}
