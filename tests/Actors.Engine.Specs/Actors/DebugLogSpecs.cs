using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Actors;

/// <summary>What <c>akka.actor.debug</c> adds to the log.</summary>
public sealed class DebugLogSpecs : TestKit
{
    private const string Hocon = """
        akka.loglevel = DEBUG
        akka.stdout-loglevel = OFF
        akka.actor.debug { lifecycle = on, autoreceive = on, unhandled = on, receive = on }
        """;

    public DebugLogSpecs() : base(Hocon)
    {
    }

    [Fact]
    public void Lifecycle_tells_of_starts_watches_restarts_and_stops()
    {
        IActorRef actor = ActorRefs.Nobody;
        Says("Started (", () => actor = Sys.ActorOf(Props.Create(() => new Listener()), "listener"));
        Says("now watched by", () => Watch(actor));
        Says("no longer watched by", () => Unwatch(actor));
        Says("Restarting", () => actor.Tell(new InvalidOperationException("as told")));
        // Its "Restarted" must not count as that of the next one.
        actor.Tell(new Identify("up"), TestActor);
        ExpectMsg<ActorIdentity>();
        Says("Restarted (", () => actor.Tell(new InvalidOperationException("as told")));
        Says("Stopped", () => Sys.Stop(actor));
    }

    [Fact]
    public void Lifecycle_tells_whom_an_actor_supervises()
    {
        EventFilter.Debug("now supervising akka://test/user/listener", source: "akka://test/user")
            .ExpectOne(() => Sys.ActorOf(Props.Create(() => new Listener()), "listener"));
    }

    [Fact]
    public void Autoreceive_tells_of_what_the_engine_answers_itself()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Listener()), "listener");
        Says("received AutoReceiveMessage <Identify>: 7", () => actor.Tell(new Identify(7), TestActor));
    }

    [Fact]
    public void Unhandled_tells_of_what_nobody_handled()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Listener()), "listener");
        Says("Unhandled message from", () => actor.Tell(1.5, TestActor));
    }

    [Fact]
    public void Receive_tells_of_every_message_of_an_actor_that_asks_for_it()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Listener()), "listener");
        Says("received handled message hello", () => actor.Tell("hello", TestActor));
        var other = Sys.ActorOf(Props.Create(() => new Silent()));
        EventFilter.Debug(contains: "received handled message hello").Expect(0, () => other.Tell("hello", TestActor));
    }

    private void Says(string text, Action action) => EventFilter.Debug(contains: text, source: "akka://test/user/listener").ExpectOne(action);

    private sealed class Listener : ReceiveActor, ILogReceive
    {
        public Listener()
        {
            Receive<Exception>(error => throw error);
            Receive<string>(_ => { });
        }
    }

    private sealed class Silent : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
