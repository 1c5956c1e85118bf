using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Actors;

/// <summary>How an actor is to be made and run, as a value.</summary>
public sealed class PropsSpecs : TestKit
{
    [Fact]
    public void Each_way_of_saying_it_makes_the_actor()
    {
        Props[] all =
        [
            Props.Create(() => new Says("x")),
            Props.Create<Says>("x"),
            Props.Create(typeof(Says), "x"),
            new Props(typeof(Says), ["x"]),
            new Props(typeof(Says), SupervisorStrategy.DefaultStrategy, "x"),
            new Props(Deploy.Local, typeof(Says), "x"),
            Props.CreateBy(new Maker(), "x"),
            Props.CreateBy<Maker>(),
            Props.Create(typeof(Maker)),
        ];
        foreach (var props in all)
        {
            Sys.ActorOf(props).Tell("what?", TestActor);
            ExpectMsg("x");
        }
    }

    [Fact]
    public void Arguments_of_an_expression_are_evaluated_once()
    {
        var text = "before";
        var props = Props.Create(() => new Says(text + "!"));
        text = "after";
        Sys.ActorOf(props).Tell("what?", TestActor);
        ExpectMsg("before!");
        Assert.Equal(["before!"], props.Arguments);
    }

    [Fact]
    public void Any_other_expression_is_refused() => Assert.Throws<ArgumentException>(() => Props.Create(() => MakeOne()));

    [Fact]
    public void A_type_must_be_given()
    {
        Assert.Throws<ArgumentNullException>("type", () => Props.Create(null!));
        Assert.Throws<ArgumentNullException>("type", () => new Props(null!));
        Assert.Throws<ArgumentNullException>("type", () => new Props(Deploy.Local, null!));
        Assert.Throws<ArgumentNullException>("type", () => new Props(null!, SupervisorStrategy.DefaultStrategy));
    }

    [Fact]
    public void With_makes_another_and_leaves_the_first_as_it_is()
    {
        var props = Props.Create<Says>("x");
        var other = props.WithDispatcher("d").WithMailbox("m").WithStashCapacity(3).WithDeploy(Deploy.Local);
        Assert.Equal("d", other.Dispatcher);
        Assert.Equal("m", other.Mailbox);
        Assert.Equal(3, other.Deploy.StashCapacity);
        Assert.Equal("akka.actor.default-dispatcher", props.Dispatcher);
        Assert.Null(props.SupervisorStrategy);
        Assert.Same(SupervisorStrategy.StoppingStrategy, props.WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy).SupervisorStrategy);
    }

    private static Says MakeOne() => null!;

    private sealed class Says(string text) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(text);
    }

    private sealed class Maker : IIndirectActorProducer
    {
        public Type ActorType => typeof(Says);

        public ActorBase Produce() => new Says("x");

        public void Release(ActorBase actor)
        {
        }
    }
}
