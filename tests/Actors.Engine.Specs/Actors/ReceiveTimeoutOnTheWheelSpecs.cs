using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Actors;

/// <summary>ReceiveTimeout in real time, on the scheduler that an application has.</summary>
public sealed class ReceiveTimeoutOnTheWheelSpecs : TestKit
{
    [Fact]
    public void It_comes_again_and_again()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waits(TestActor)));
        actor.Tell(TimeSpan.FromMilliseconds(60));
        for (var i = 0; i < 3; i++) ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void A_shorter_one_takes_the_place_of_a_longer_one()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waits(TestActor)));
        actor.Tell(TimeSpan.FromMinutes(10));
        actor.Tell(TimeSpan.FromMilliseconds(60));
        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void A_longer_one_takes_the_place_of_a_shorter_one()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waits(TestActor)));
        actor.Tell(TimeSpan.FromMilliseconds(60));
        actor.Tell(TimeSpan.FromMinutes(10));
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void A_longer_one_takes_the_place_of_a_shorter_one_at_once_also_where_its_message_does_not_count()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waits(TestActor)));
        actor.Tell(TimeSpan.FromMilliseconds(300));
        // Its handler does not end before the shorter one would have come.
        actor.Tell(new Quiet(TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(500)));
        ExpectMsg("changed");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Messages_that_come_often_enough_keep_it_away_and_it_comes_when_they_end()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waits(TestActor)));
        actor.Tell(TimeSpan.FromMilliseconds(500));
        for (var i = 0; i < 15; i++)
        {
            actor.Tell("beat");
            ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        }

        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void It_is_not_told_to_an_actor_that_has_taken_it_back()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Waits(TestActor)));
        actor.Tell(TimeSpan.FromMilliseconds(60));
        actor.Tell("off");
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    private sealed record Quiet(TimeSpan Timeout, TimeSpan Takes) : INotInfluenceReceiveTimeout;

    private sealed class Waits : ReceiveActor
    {
        public Waits(IActorRef report)
        {
            Receive<TimeSpan>(time => Context.SetReceiveTimeout(time));
            Receive<string>(text => text == "off", _ => Context.SetReceiveTimeout(null));
            Receive<string>(_ => { });
            Receive<Quiet>(quiet =>
            {
                Context.SetReceiveTimeout(quiet.Timeout);
                SpinWait.SpinUntil(() => false, quiet.Takes);
                report.Tell("changed");
            });
            ReceiveAny(report.Tell);
        }
    }
}
