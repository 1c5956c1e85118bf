using Actors.Engine.Specs.Support;
using Akka.Actor;
using Akka.Event;

namespace Actors.Engine.Specs.Event;

public sealed class EventStreamSpecs : SystemSpecs
{
    private EventStream Stream => System.EventStream;

    [Fact]
    public async Task A_subscriber_hears_what_is_of_its_type_or_narrower_in_the_order_of_publishing()
    {
        var ear = NewEar();
        Assert.True(Stream.Subscribe(ear.Ref, typeof(Animal)));
        Stream.Publish(new Stone());
        Stream.Publish(new Cat());
        Stream.Publish(new Animal());
        Stream.Publish(new Dog());
        Assert.Equal(["Cat", "Animal", "Dog"], (await ear.AllUntilNow()).Select(m => m.GetType().Name));
    }

    [Fact]
    public async Task Who_has_stopped_hears_nothing_more_not_even_as_a_dead_letter()
    {
        var letters = NewEar();
        Stream.Subscribe(letters.Ref, typeof(DeadLetter));
        for (var i = 0; i < 100; i++)
        {
            var ear = NewEar();
            Stream.Subscribe(ear.Ref, typeof(Animal));
            Assert.True(await ear.Ref.GracefulStop(TimeSpan.FromSeconds(10)));
            Stream.Publish(new Cat());
        }

        Assert.Empty(await letters.AllUntilNow());
    }

    [Fact]
    public async Task Interfaces_are_channels_too()
    {
        var ear = NewEar();
        Assert.True(Stream.Subscribe<IHasFur>(ear.Ref));
        Stream.Publish(new Dog());
        Stream.Publish(new Cat());
        Assert.Equal(["Cat"], (await ear.AllUntilNow()).Select(m => m.GetType().Name));
        Assert.True(Stream.Unsubscribe<IHasFur>(ear.Ref));
    }

    [Fact]
    public async Task An_event_is_heard_once_by_who_subscribed_to_several_of_its_types()
    {
        var ear = NewEar();
        Stream.Subscribe(ear.Ref, typeof(Animal));
        Stream.Subscribe(ear.Ref, typeof(Cat));
        Stream.Subscribe(ear.Ref, typeof(IHasFur));
        Stream.Publish(new Cat());
        Assert.Single(await ear.AllUntilNow());
    }

    [Fact]
    public async Task Who_unsubscribes_from_a_narrower_type_hears_the_rest_until_it_subscribes_to_it_again()
    {
        var ear = NewEar();
        Stream.Subscribe(ear.Ref, typeof(Animal));
        Assert.True(Stream.Unsubscribe(ear.Ref, typeof(Cat)));
        Stream.Publish(new Lynx());
        Stream.Publish(new Cat());
        Stream.Publish(new Dog());
        Assert.Equal(["Dog"], (await ear.AllUntilNow()).Select(m => m.GetType().Name));
        Assert.True(Stream.Subscribe(ear.Ref, typeof(Cat)));
        Stream.Publish(new Lynx());
        Assert.Equal(["Lynx"], (await ear.AllUntilNow()).Select(m => m.GetType().Name));
    }

    [Fact]
    public void The_answers_say_whether_anything_changed()
    {
        var ear = NewEar();
        Assert.True(Stream.Subscribe(ear.Ref, typeof(Cat)));
        Assert.False(Stream.Subscribe(ear.Ref, typeof(Cat)));
        Assert.False(Stream.Unsubscribe(ear.Ref, typeof(Stone)));
        Assert.True(Stream.Unsubscribe(ear.Ref, typeof(Cat)));
        Assert.False(Stream.Unsubscribe(ear.Ref, typeof(Cat)));
        Stream.Subscribe(ear.Ref, typeof(Dog));
        Assert.True(Stream.Unsubscribe(ear.Ref));
        Assert.False(Stream.Unsubscribe(ear.Ref));
    }

    [Fact]
    public void Nobody_is_no_subscriber()
    {
        Assert.Throws<ArgumentNullException>(() => Stream.Subscribe(null!, typeof(Cat)));
        Assert.Throws<ArgumentNullException>(() => Stream.Unsubscribe(null!, typeof(Cat)));
        Assert.Throws<ArgumentNullException>(() => Stream.Unsubscribe(null!));
    }

    [Fact]
    public async Task A_subscriber_that_terminates_is_unsubscribed()
    {
        var ear = NewEar();
        Stream.Subscribe(ear.Ref, typeof(Cat));
        await ear.Ref.GracefulStop(Patience);
        // The stream learns of it from a message of its own: asked until it has, each answer that it had not being an unsubscription.
        var deadline = System.Scheduler.HighResMonotonicClock + Patience;
        var deaf = NewEar();
        Stream.Subscribe(deaf.Ref, typeof(DeadLetter));
        while (true)
        {
            Stream.Publish(new Cat());
            var died = (await deaf.AllUntilNow()).OfType<DeadLetter>().Any(d => d.Message is Cat);
            if (!died) break;
            Assert.True(System.Scheduler.HighResMonotonicClock < deadline, "the terminated subscriber is unsubscribed");
        }
    }

    [Fact]
    public async Task Who_subscribes_within_a_handler_hears_what_it_publishes_next()
    {
        var ear = NewEar();
        var told = ear.Ref;
        System.ActorOf(Props.Create(() => new SelfSubscriber(told)));
        Assert.IsType<Cat>(await ear.Next());
    }

    [Fact]
    public async Task Publishing_while_others_subscribe_loses_nothing_for_who_was_subscribed()
    {
        var ear = NewEar();
        var others = Enumerable.Range(0, 8).Select(_ => NewEar()).ToArray();
        Stream.Subscribe(ear.Ref, typeof(Cat));
        var churn = Task.Run(() =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                Stream.Subscribe(others[i % 8].Ref, typeof(Animal));
                Stream.Unsubscribe(others[i % 8].Ref);
            }
        });
        for (var i = 0; i < 2_000; i++) Stream.Publish(new Cat());
        await churn.WaitAsync(Patience);
        Assert.Equal(2_000, (await ear.AllUntilNow()).Count);
    }

    private interface IHasFur;

    private class Animal;

    private class Cat : Animal, IHasFur;

    private sealed class Lynx : Cat;

    private sealed class Dog : Animal;

    private sealed class Stone;

    private sealed class SelfSubscriber : UntypedActor
    {
        private readonly IActorRef _ear;

        public SelfSubscriber(IActorRef ear) => _ear = ear;

        protected override void PreStart()
        {
            Context.System.EventStream.Subscribe(Self, typeof(Cat));
            Context.System.EventStream.Publish(new Cat());
        }

        protected override void OnReceive(object message) => _ear.Tell(message);
    }
}
