using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>What must hold while many threads and many actors are at work. Bounded: each takes about a second or less.</summary>
public sealed class ManyActorsSpecs : ActorSpec
{
    [Fact]
    public async Task Messages_of_one_sender_arrive_in_order_whatever_others_send()
    {
        const int senders = 8, each = 20_000;
        var done = Promise<string>();
        var actor = Sys.ActorOf(Props.Create(() => new OrderKeeper(senders, each, done)));

        await Task.WhenAll(Enumerable.Range(0, senders).Select(sender => Task.Run(() =>
        {
            for (var number = 0; number < each; number++) actor.Tell(new Numbered(sender, number), ActorRefs.NoSender);
        })));

        Assert.Equal("all in order", await done.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task One_actor_runs_on_one_thread_at_a_time_and_sees_what_it_wrote()
    {
        const int senders = 8, each = 20_000;
        var done = Promise<int>();
        var actor = Sys.ActorOf(Props.Create(() => new Unguarded(senders * each, done)));

        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < each; i++) actor.Tell("count", ActorRefs.NoSender);
        })));

        Assert.Equal(0, await done.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task No_message_behind_a_failure_is_lost_by_the_restart()
    {
        const int messages = 5_000;
        var heard = new List<int>();
        var done = Promise<bool>();
        var actor = Supervised(
            Props.Create(() => new Fragile(heard, messages, done)), new OneForOneStrategy(_ => Directive.Restart));

        for (var number = 0; number < messages; number++)
        {
            if (number % 50 == 0) actor.Tell(new InvalidOperationException("boom"), ActorRefs.NoSender);
            actor.Tell(number, ActorRefs.NoSender);
        }

        await done.Task.WaitAsync(Patience);
        Assert.Equal(Enumerable.Range(0, messages), heard);
    }

    [Fact]
    public async Task Every_death_is_told_however_it_races_with_the_watch()
    {
        const int actors = 2_000;
        var subjects = Enumerable.Range(0, actors).Select(_ => Sys.ActorOf(Puppet(ActorRefs.Nobody))).ToArray();
        var done = Promise<int>();
        var watcher = Sys.ActorOf(Props.Create(() => new Mourner(actors, done)));
        var order = subjects.ToArray();
        new Random(20_261_120).Shuffle(order);

        await Task.WhenAll(
            Task.Run(() => Array.ForEach(subjects, subject => watcher.Tell(subject, ActorRefs.NoSender))),
            Task.Run(() => Array.ForEach(order, subject => subject.Tell(PoisonPill.Instance, ActorRefs.NoSender))));

        Assert.Equal(actors, await done.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_parent_with_thousands_of_children_ends_after_them()
    {
        const int children = 2_000;
        var left = new Countdown(children);
        var parent = Sys.ActorOf(Props.Create(() => new Crowd(children, left)));

        Assert.True(await parent.GracefulStop(Patience));

        Assert.Equal("after all children", left.ParentsLastWords);
    }

    [Fact]
    public async Task Actors_are_started_from_many_threads_under_names_of_their_own()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            Enumerable.Range(0, 250).Select(i => i % 2 == 0 ? $"named-{thread}-{i}" : null)
                .Select(name => Sys.ActorOf(Puppet(ActorRefs.Nobody), name)).ToList())));

        Assert.Equal(2_000, started.SelectMany(refs => refs).Select(actor => actor.Path).Distinct().Count());
    }

    [Fact]
    public async Task A_name_that_many_want_goes_to_one()
    {
        var winners = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
        {
            try
            {
                Sys.ActorOf(Puppet(ActorRefs.Nobody), "wanted");
                return 1;
            }
            catch (InvalidActorNameException)
            {
                return 0;
            }
        })));

        Assert.Equal(1, winners.Sum());
    }

    [Fact]
    public async Task A_busy_actor_leaves_room_for_the_quiet_ones()
    {
        using var stop = new CancellationTokenSource(Patience);
        for (var i = 0; i < 2 * Environment.ProcessorCount; i++) Sys.ActorOf(Props.Create(() => new Restless(stop.Token))).Tell("go");
        var quiet = Sys.ActorOf(Props.Create(() => new Quiet()));

        for (var i = 0; i < 50; i++) Assert.Equal(i, await quiet.Ask<int>(i, Patience));

        await stop.CancelAsync();
    }

    private static TaskCompletionSource<T> Promise<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Numbered(int Sender, int Number);

    private sealed class Countdown(int from)
    {
        private int _value = from;

        public string? ParentsLastWords { get; set; }

        public int Value => Volatile.Read(ref _value);

        public void Next() => Interlocked.Decrement(ref _value);
    }

    private sealed class OrderKeeper : ReceiveActor
    {
        public OrderKeeper(int senders, int each, TaskCompletionSource<string> done)
        {
            var expected = new int[senders];
            var left = senders * each;
            Receive<Numbered>(message =>
            {
                if (message.Number != expected[message.Sender]++) done.TrySetResult($"out of order: {message}");
                if (--left == 0) done.TrySetResult("all in order");
            });
        }
    }

    private sealed class Unguarded : ReceiveActor
    {
        private int _inside;
        private int _left;
        private int _overlaps;

        public Unguarded(int messages, TaskCompletionSource<int> done)
        {
            _left = messages;
            ReceiveAny(_ =>
            {
                if (Interlocked.Increment(ref _inside) != 1) _overlaps++;
                _left--;
                Interlocked.Decrement(ref _inside);
                if (_left == 0) done.SetResult(_overlaps);
            });
        }
    }

    private sealed class Fragile : ReceiveActor
    {
        public Fragile(List<int> heard, int messages, TaskCompletionSource<bool> done)
        {
            Receive<Exception>(Fail);
            Receive<int>(number =>
            {
                heard.Add(number);
                if (heard.Count == messages) done.SetResult(true);
            });
        }

        private static void Fail(Exception exception) => throw exception;
    }

    private sealed class Mourner : ReceiveActor
    {
        public Mourner(int deaths, TaskCompletionSource<int> done)
        {
            var told = new HashSet<IActorRef>();
            Receive<IActorRef>(subject => Context.Watch(subject));
            Receive<Terminated>(death =>
            {
                if (told.Add(death.ActorRef) && told.Count == deaths) done.SetResult(told.Count);
            });
        }
    }

    private sealed class Crowd : ReceiveActor
    {
        private readonly Countdown _left;

        public Crowd(int children, Countdown left)
        {
            _left = left;
            for (var i = 0; i < children; i++) Context.ActorOf(Props.Create(() => new Member(left)));
        }

        protected override void PostStop() =>
            _left.ParentsLastWords = _left.Value == 0 ? "after all children" : $"{_left.Value} children left";
    }

    private sealed class Member(Countdown left) : ReceiveActor
    {
        protected override void PostStop() => left.Next();
    }

    private sealed class Restless : ReceiveActor
    {
        public Restless(CancellationToken stop) => ReceiveAny(message =>
        {
            if (!stop.IsCancellationRequested) Self.Tell(message);
        });
    }

    private sealed class Quiet : ReceiveActor
    {
        public Quiet() => ReceiveAny(message => Sender.Tell(message));
    }
}
