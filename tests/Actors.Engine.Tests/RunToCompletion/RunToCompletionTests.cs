using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Actors.Engine.Tests.RunToCompletion;

public sealed class RunToCompletionTests : IDisposable
{
    private const string Dedicated = "receive one";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<(string Who, object What, string? Thread)> _seen = new();
    private readonly List<ActorSystem> _systems = [];

    public void Dispose() => _systems.ForEach(system => system.Terminate().Wait(Patience));

    [Fact]
    public void A_dedicated_threads_outermost_tell_returns_when_all_that_it_caused_is_done()
    {
        var system = System();
        var third = Forwarder(system, "third");
        var second = Forwarder(system, "second", third);
        var first = Forwarder(system, "first", second, third);

        OnThread(Dedicated, () =>
        {
            first.Tell("it");
            Assert.Equal(["first", "second", "third", "third"], _seen.Select(s => s.Who));
        });
        Assert.All(_seen, s => Assert.Equal(Dedicated, s.Thread));
    }

    [Fact]
    public void What_a_handler_leaves_on_the_thread_neither_the_next_actor_nor_the_threads_owner_finds_there()
    {
        var ambient = new AsyncLocal<string?>();
        var system = System();
        var looks = Actor(system, _ => Note("next"));
        var leaves = Actor(system, message =>
        {
            ambient.Value = "left";
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            looks.Tell(message);
        });

        OnThread(Dedicated, () =>
        {
            ambient.Value = "the owner's";
            leaves.Tell("it");
            Note("owner");
        });
        Assert.Equal([("next", "the owner's"), ("owner", "the owner's")], _seen.Select(s => (s.Who, s.What)));

        void Note(string who) => _seen.Enqueue((who, SynchronizationContext.Current is null ? ambient.Value ?? "nothing" : "a context", Thread.CurrentThread.Name));
    }

    [Fact]
    public void Turns_are_never_nested_and_come_in_the_order_in_which_mailboxes_were_filled()
    {
        var system = System();
        var far = Forwarder(system, "far");
        var near = Forwarder(system, "near", far);
        var other = Forwarder(system, "other");
        var depth = 0;
        var deepest = 0;
        var start = Actor(system, message =>
        {
            deepest = Math.Max(deepest, ++depth);
            near.Tell(message);
            other.Tell(message);
            _seen.Enqueue(("start", message, Thread.CurrentThread.Name));
            depth--;
        });

        OnThread(Dedicated, () => start.Tell("it"));

        // Filled: near, other, then (by near's turn) far. The start's own turn ends before any of them begins.
        Assert.Equal(["start", "near", "other", "far"], _seen.Select(s => s.Who));
        Assert.Equal(1, deepest);
    }

    [Theory]
    [InlineData("some thread")]
    [InlineData(null)]
    public void A_thread_that_is_not_given_to_it_drains_nothing(string? name)
    {
        var system = System();
        var actor = Forwarder(system, "actor");

        OnThread(name, () => actor.Tell("it"));

        AwaitSeen(1);
        Assert.NotEqual(name ?? "none", _seen.Single().Thread);
    }

    [Fact]
    public async Task A_thread_of_the_pool_drains_nothing_whatever_its_name()
    {
        var system = System("threads = [\"*\"]");
        var ran = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Actor(system, _ => ran.SetResult(Environment.CurrentManagedThreadId));

        var drained = await Task.Run(() =>
        {
            actor.Tell("it");
            return ran.Task.IsCompleted && ran.Task.Result == Environment.CurrentManagedThreadId;
        });

        Assert.False(drained);
        await ran.Task.WaitAsync(Patience);
    }

    [Fact]
    public void The_schedulers_thread_drains_nothing()
    {
        var system = System("threads = [\"receive*\"]");
        var actor = Forwarder(system, "actor");

        system.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(1), actor, "it", ActorRefs.NoSender);

        AwaitSeen(1);
        Assert.NotEqual("akka-scheduler", _seen.Single().Thread);
    }

    [Fact]
    public void What_is_beyond_the_budget_of_messages_goes_to_the_pool()
    {
        var system = System("budget-messages = 10");
        var actor = Forwarder(system, "actor");
        var flood = Actor(system, _ =>
        {
            for (var i = 0; i < 50; i++) actor.Tell(i);
        });

        OnThread(Dedicated, () => flood.Tell("it"));
        AwaitSeen(50);

        // One of the ten was the flood itself. Whoever goes on, the order stays.
        Assert.Equal(9, _seen.Count(s => s.Thread == Dedicated));
        Assert.Equal(Enumerable.Range(0, 50), _seen.Select(s => (int)s.What));
    }

    [Fact]
    public void Two_actors_that_never_stop_do_not_keep_the_thread()
    {
        var system = System("budget-messages = 100");
        var stop = false;
        var count = 0;
        Action<object> bounce = message =>
        {
            Interlocked.Increment(ref count);
            if (!Volatile.Read(ref stop)) ((IActorRef)message).Tell(ActorCell.Current!.Self);
        };
        var one = Actor(system, bounce);
        var two = Actor(system, bounce);

        OnThread(Dedicated, () => one.Tell(two));
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref count) > 1_000, Patience), "the pool goes on");
        Volatile.Write(ref stop, true);
    }

    [Fact]
    public void Once_the_time_is_spent_the_rest_goes_to_the_pool()
    {
        var system = System("budget-time = 1ms");
        var began = 0L;
        var actors = Enumerable.Range(0, 5).Select(i => Actor(system, message =>
        {
            _seen.Enqueue(("slow", message, Thread.CurrentThread.Name));
            began = Environment.TickCount64;
            SpinWait.SpinUntil(() => Environment.TickCount64 - began > 20);
        })).ToArray();
        var start = Actor(system, message => Array.ForEach(actors, a => a.Tell(message)));

        OnThread(Dedicated, () => start.Tell("it"));

        AwaitSeen(5);
        Assert.InRange(_seen.Count(s => s.Thread == Dedicated), 0, 1);
    }

    [Fact]
    public void An_actor_of_another_dispatcher_on_a_dedicated_thread_is_not_interrupted()
    {
        var system = System("threads = [\"pin*\"]", "pin { type = PinnedDispatcher }");
        var inner = Forwarder(system, "inner");
        var outer = Actor(system, message =>
        {
            inner.Tell(message);
            _seen.Enqueue(("outer", message, Thread.CurrentThread.Name));
        }, "pin");

        outer.Tell("it");

        AwaitSeen(2);
        Assert.NotEqual("pin", _seen.Single(s => s.Who == "inner").Thread);
    }

    [Fact]
    public void One_actor_runs_on_one_thread_at_a_time()
    {
        const int Messages = 20_000;
        var system = System("budget-messages = 7");
        var inside = 0;
        var clashes = 0;
        var received = 0;
        var actor = Actor(system, _ =>
        {
            if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref clashes);
            received++;
            Interlocked.Decrement(ref inside);
        });

        var threads = Enumerable.Range(0, 3).Select(i => Started(i == 0 ? "some thread" : Dedicated, () =>
        {
            for (var n = 0; n < Messages; n++) actor.Tell(n);
        })).ToArray();
        foreach (var thread in threads) thread.Join();

        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref received) == 3 * Messages, Patience), $"{received} received");
        Assert.Equal(0, clashes);
    }

    [Theory]
    [InlineData("budget-messages = 0")]
    [InlineData("budget-time = 0s")]
    public void A_budget_of_nothing_is_refused(string key)
    {
        var system = System(key);

        Assert.IsType<ConfigurationException>(Assert.ThrowsAny<Exception>(() => system.Dispatchers.Lookup("rtc")).GetBaseException());
    }

    private ActorSystem System(string keys = "", string more = "")
    {
        var system = ActorSystem.Create("rtc", ConfigurationFactory.ParseString($$"""
            akka.loglevel = OFF
            akka.stdout-loglevel = OFF
            rtc {
              type = "Actors.Engine.Dispatch.RunToCompletionDispatcherConfigurator, Actors.Engine"
              threads = ["receive *"]
              budget-time = 10s
              {{keys}}
            }
            {{more}}
            """));
        _systems.Add(system);
        return system;
    }

    private IActorRef Forwarder(ActorSystem system, string name, params IActorRef[] next) =>
        Actor(system, message =>
        {
            _seen.Enqueue((name, message, Thread.CurrentThread.Name));
            Array.ForEach(next, n => n.Tell(message));
        }, name: name);

    /// <summary>An actor that rests: who is still being made has a turn on the pool.</summary>
    private static IActorRef Actor(ActorSystem system, Action<object> act, string dispatcher = "rtc", string? name = null)
    {
        var actor = system.ActorOf(Props.Create(() => new Acting(act)).WithDispatcher(dispatcher), name);
        actor.Ask<ActorIdentity>(new Identify(1), Patience).Wait(Patience);
        Assert.True(SpinWait.SpinUntil(() => !((LocalActorRef)actor).Cell.OwnMailbox.IsScheduled, Patience), "its first turn ends");
        return actor;
    }

    private void AwaitSeen(int count) => Assert.True(SpinWait.SpinUntil(() => _seen.Count >= count, Patience), $"{_seen.Count} of {count} were seen");

    private static void OnThread(string? name, Action action)
    {
        Exception? failure = null;
        Started(name, () => failure = Record.Exception(action)).Join();
        if (failure is not null) throw failure;
    }

    private static Thread Started(string? name, Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }

    private sealed class Acting(Action<object> act) : UntypedActor
    {
        protected override void OnReceive(object message) => act(message);
    }
}
