using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Actors;

/// <summary>What a watcher is told, from whom and when.</summary>
public sealed class TerminatedSpecs : TestKit
{
    private readonly IActorRef _watched;

    public TerminatedSpecs() => _watched = Sys.ActorOf(Props.Create(() => new Subject()), "subject");

    [Fact]
    public void Terminated_comes_from_the_actor_that_is_gone_and_confirms_that_it_was_there()
    {
        Watcher(_watched);
        Sys.Stop(_watched);
        var told = ExpectMsg<Told>();
        Assert.Equal(_watched, told.Sender);
        var terminated = Assert.IsType<Terminated>(told.Message);
        Assert.Equal(_watched, terminated.ActorRef);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
    }

    [Fact]
    public void A_watch_that_begins_too_late_is_answered_at_once_and_does_not_confirm()
    {
        Watch(_watched);
        Sys.Stop(_watched);
        ExpectTerminated(_watched);
        Watcher(_watched);
        Assert.False(Assert.IsType<Terminated>(ExpectMsg<Told>().Message).ExistenceConfirmed);
    }

    [Fact]
    public void WatchWith_tells_what_it_was_asked_to_with_the_actor_as_sender()
    {
        var watcher = Sys.ActorOf(Props.Create(() => new Watches(TestActor)));
        watcher.Tell(new Order(_watched, "it is over"));
        ExpectMsg("done");
        Sys.Stop(_watched);
        var told = ExpectMsg<Told>();
        Assert.Equal("it is over", told.Message);
        Assert.Equal(_watched, told.Sender);
    }

    [Fact]
    public void Who_does_not_handle_Terminated_dies_of_it()
    {
        var friend = Sys.ActorOf(Props.Create(() => new Devoted(_watched)));
        Watch(friend);
        EventFilter.Exception<DeathPactException>($"Monitored actor [{_watched}] terminated").ExpectOne(() => Sys.Stop(_watched));
        ExpectTerminated(friend);
    }

    [Fact]
    public void What_the_actor_said_before_its_end_comes_before_Terminated()
    {
        var watcher = Watcher(_watched);
        for (var i = 0; i < 100; i++) _watched.Tell(i, watcher);
        _watched.Tell(PoisonPill.Instance);
        for (var i = 0; i < 100; i++) Assert.Equal(i, ExpectMsg<Told>().Message);
        Assert.IsType<Terminated>(ExpectMsg<Told>().Message);
    }

    [Fact]
    public async Task WatchAsync_completes_at_the_end_and_gives_false_when_it_is_called_off()
    {
        using var off = new CancellationTokenSource();
        var calledOff = _watched.WatchAsync(off.Token);
        var awaited = _watched.WatchAsync();
        await off.CancelAsync();
        Assert.False(await calledOff.WaitAsync(TimeSpan.FromSeconds(10)));
        Sys.Stop(_watched);
        Assert.True(await awaited.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task GracefulStop_waits_for_the_end_and_for_what_waits_before_it()
    {
        _watched.Tell("before", TestActor);
        Assert.True(await _watched.GracefulStop(TimeSpan.FromSeconds(10)));
        ExpectMsg("before");
        Assert.True(await _watched.GracefulStop(TimeSpan.FromSeconds(10)));
    }

    private IActorRef Watcher(IActorRef watched)
    {
        var watcher = Sys.ActorOf(Props.Create(() => new Watches(TestActor)));
        watcher.Tell(new Order(watched, null));
        ExpectMsg("done");
        return watcher;
    }

    private sealed record Order(IActorRef Watched, object? Message);

    private sealed record Told(IActorRef Watcher, object Message, IActorRef Sender);

    private sealed class Subject : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "fail") throw new InvalidOperationException("as told");
            Sender.Tell(message);
        }
    }

    private sealed class Watches : ReceiveActor
    {
        public Watches(IActorRef report)
        {
            Receive<Order>(order =>
            {
                _ = order.Message is null ? Context.Watch(order.Watched) : Context.WatchWith(order.Watched, order.Message);
                report.Tell("done");
            });
            ReceiveAny(message => report.Tell(new Told(Self, message, Sender)));
        }
    }

    private sealed class Devoted : ReceiveActor
    {
        public Devoted(IActorRef friend) => Context.Watch(friend);
    }
}
