using Actors.Engine.Specs.Support;
using Akka.Actor;
using Akka.Event;

namespace Actors.Engine.Specs.Dispatch;

/// <summary>Many threads against one mailbox: nothing is lost, nothing comes twice, nothing runs beside itself. Bounded and seeded.</summary>
public sealed class MailboxStressSpecs : SystemSpecs
{
    private const int Senders = 4;
    private const int MessagesEach = 10_000;

    public MailboxStressSpecs() : base("akka.log-dead-letters = off")
    {
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_message_of_every_sender_comes_once_and_in_order_over_restarts(bool resumes)
    {
        var ledger = new Ledger();
        var strategy = new OneForOneStrategy(_ => resumes ? Directive.Resume : Directive.Restart);
        var parent = System.ActorOf(Props.Create(() => new Parent(Props.Create(() => new Bookkeeper(ledger)), strategy)));
        var actor = await parent.Ask<IActorRef>("child", Patience);
        await SendFromManyThreads(_ => actor);
        await actor.Ask("last", Patience);
        Assert.Equal(Enumerable.Repeat(MessagesEach, Senders), ledger.Next);
        Assert.Equal(0, ledger.Faults);
    }

    [Fact]
    public async Task Every_message_comes_once_and_in_order_through_handlers_that_wait()
    {
        var ledger = new Ledger();
        var actor = System.ActorOf(Props.Create(() => new SlowBookkeeper(ledger)));
        await SendFromManyThreads(_ => actor);
        await actor.Ask("last", Patience);
        Assert.Equal(Enumerable.Repeat(MessagesEach, Senders), ledger.Next);
        Assert.Equal(0, ledger.Faults);
    }

    [Fact]
    public async Task Of_messages_to_actors_that_stop_each_is_handled_or_a_dead_letter()
    {
        var (handled, dead) = (new Count(), new Count());
        var letters = System.ActorOf(Props.Create(() => new Counts<DeadLetter>(dead)));
        System.EventStream.Subscribe(letters, typeof(DeadLetter));
        var actors = Enumerable.Range(0, 64).Select(_ => System.ActorOf(Props.Create(() => new Counts<Entry>(handled)))).ToArray();
        var sending = SendFromManyThreads(i => actors[i % actors.Length]);
        foreach (var actor in actors)
        {
            await Task.Yield();
            if (actor.GetHashCode() % 2 == 0) System.Stop(actor);
            else actor.Tell(PoisonPill.Instance);
        }

        await sending;
        foreach (var actor in actors) await actor.WatchAsync().WaitAsync(Patience);
        await letters.Ask(new Identify(0), Patience);
        Assert.Equal(Senders * MessagesEach, handled.Value + dead.Value);
    }

    [Fact]
    public async Task Watchers_of_actors_that_stop_meanwhile_are_all_told()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var actor = System.ActorOf(Props.Empty);
            var told = Enumerable.Range(0, 4).Select(_ => Task.Run(() => actor.WatchAsync())).ToArray();
            if (random.Next(2) == 0) System.Stop(actor);
            else actor.Tell(PoisonPill.Instance);
            foreach (var each in told) Assert.True(await each.WaitAsync(Patience));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_system_terminates_under_fire(int seed)
    {
        var system = ActorSystem.Create($"fire-{seed}", System.Settings.Config);
        var random = new Random(seed);
        var actors = Enumerable.Range(0, 200).Select(_ => system.ActorOf(Props.Create(() => new Spawner()))).ToArray();
        using var over = new CancellationTokenSource();
        var fire = Task.Run(() =>
        {
            while (!over.IsCancellationRequested)
            {
                var to = actors[random.Next(actors.Length)];
                to.Tell(random.Next(10) switch { 0 => "spawn", 1 => "fail", 2 => "escalate", _ => actors[random.Next(actors.Length)] });
            }
        });
        await Task.Run(() => SpinWait.SpinUntil(() => false, TimeSpan.FromMilliseconds(30 * seed)));
        await system.Terminate().WaitAsync(Patience);
        await over.CancelAsync();
        await fire;
    }

    private static Task SendFromManyThreads(Func<int, IActorRef> to) => Task.WhenAll(Enumerable.Range(0, Senders).Select(sender =>
        Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < MessagesEach; i++) to(i).Tell(new Entry(sender, i));
            },
            TaskCreationOptions.LongRunning)));

    private sealed record Entry(int Sender, int Number);

    private sealed class Count
    {
        private int _value;

        internal int Value => Volatile.Read(ref _value);

        internal void Add() => Interlocked.Increment(ref _value);
    }

    /// <summary>What has come, outside of the actor, so that it outlives restarts.</summary>
    private sealed class Ledger
    {
        private int _inside;

        internal int[] Next { get; } = new int[Senders];

        internal int Faults { get; private set; }

        internal void Enter(Entry entry)
        {
            if (Interlocked.Increment(ref _inside) != 1) Faults++;
            if (Next[entry.Sender]++ != entry.Number) Faults++;
        }

        internal void Leave() => Interlocked.Decrement(ref _inside);
    }

    private sealed class Bookkeeper : ReceiveActor
    {
        public Bookkeeper(Ledger ledger)
        {
            Receive<Entry>(entry =>
            {
                ledger.Enter(entry);
                ledger.Leave();
                if (entry.Number % 1000 == 999) throw new InvalidOperationException("now and then");
            });
            Receive<string>(text => Sender.Tell(text));
        }
    }

    private sealed class SlowBookkeeper : ReceiveActor
    {
        public SlowBookkeeper(Ledger ledger)
        {
            ReceiveAsync<Entry>(async entry =>
            {
                ledger.Enter(entry);
                if (entry.Number % 100 == 0) await Task.Yield();
                if (entry.Number % 500 == 0) await Task.Run(() => { });
                ledger.Leave();
            });
            Receive<string>(text => Sender.Tell(text));
        }
    }

    private sealed class Counts<T>(Count count) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is T) count.Add();
        }
    }

    private sealed class Parent : ReceiveActor
    {
        private readonly SupervisorStrategy _strategy;

        public Parent(Props child, SupervisorStrategy strategy)
        {
            _strategy = strategy;
            Receive<string>(_ => Sender.Tell(Context.ActorOf(child)));
        }

        protected override SupervisorStrategy SupervisorStrategy() => _strategy;
    }

    private sealed class Spawner : ReceiveActor
    {
        public Spawner()
        {
            Receive<string>(text => text == "spawn", _ => Context.Watch(Context.ActorOf(Props.Create(() => new Spawner()))));
            Receive<string>(text => throw (text == "fail" ? new InvalidOperationException(text) : new ActorKilledException(text)));
            Receive<IActorRef>(other => other.Forward("spawn"));
            Receive<Terminated>(_ => { });
        }

        protected override SupervisorStrategy SupervisorStrategy() =>
            new OneForOneStrategy(cause => cause is ActorKilledException ? Directive.Escalate : Directive.Restart);
    }
}
