using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Supervision;

/// <summary>A parent whose PreRestart lets its children live: they are restarted behind it, and nobody waits for their end.</summary>
public sealed class SurvivingChildrenSpecs : TestKit
{
    private readonly TestProbe _probe;
    private readonly IActorRef _parent;

    public SurvivingChildrenSpecs()
    {
        _probe = CreateTestProbe();
        _parent = Sys.ActorOf(Props.Create(() => new Parent(_probe.Ref)));
        Tell("ask");
        _probe.ExpectMsg("child started");
        _probe.ExpectMsg("child answers");
    }

    [Fact]
    public void Children_that_PreRestart_does_not_stop_are_restarted_after_their_parent()
    {
        Tell("fail");
        _probe.ExpectMsg("parent restarted");
        _probe.ExpectMsg("child restarted");
        Tell("ask");
        _probe.ExpectMsg("child answers");
    }

    [Fact]
    public void A_restart_waits_for_those_that_were_stopped_and_for_no_other()
    {
        Tell("stop one and fail");
        _probe.ExpectMsg("other stopped");
        _probe.ExpectMsg("parent restarted");
        _probe.ExpectMsg("child restarted");
        Tell("ask");
        _probe.ExpectMsg("child answers");
    }

    [Fact]
    public void A_watch_outlives_the_restart()
    {
        Tell("fail");
        _probe.ExpectMsg("parent restarted");
        _probe.ExpectMsg("child restarted");
        Tell("end child");
        _probe.ExpectMsg("child terminated");
    }

    [Fact]
    public void A_parent_that_ends_waits_for_every_child()
    {
        _probe.Watch(_parent);
        Sys.Stop(_parent);
        _probe.ExpectMsg("other stopped");
        _probe.ExpectTerminated(_parent);
    }

    private void Tell(string message) => _parent.Tell(message, _probe.Ref);

    private sealed class Parent : ReceiveActor
    {
        private readonly IActorRef _probe;

        public Parent(IActorRef probe)
        {
            _probe = probe;
            Receive<string>(message => message == "fail", _ => throw new InvalidOperationException("as told"));
            Receive<string>(message => message == "stop one and fail", _ =>
            {
                Context.Stop(Context.Child("other"));
                throw new InvalidOperationException("as told");
            });
            Receive<string>(message => message == "end child", _ => Context.Child("child").Tell(PoisonPill.Instance));
            Receive<string>(message => Context.Child("child").Forward(message));
            Receive<Terminated>(_ => _probe.Tell("child terminated"));
        }

        protected override void PreStart()
        {
            Context.Watch(Context.ActorOf(Akka.Actor.Props.Create(() => new Child(_probe)), "child"));
            Context.ActorOf(Akka.Actor.Props.Create(() => new Other(_probe)), "other");
        }

        protected override void PreRestart(Exception reason, object message)
        {
        }

        protected override void PostRestart(Exception reason) => _probe.Tell("parent restarted");
    }

    private sealed class Child(IActorRef probe) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell("child answers");

        protected override void PreStart() => probe.Tell("child started");

        protected override void PostRestart(Exception reason) => probe.Tell("child restarted");
    }

    private sealed class Other(IActorRef probe) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }

        protected override void PostRestart(Exception reason)
        {
        }

        protected override void PreRestart(Exception reason, object message)
        {
        }

        protected override void PostStop() => probe.Tell("other stopped");
    }
}
