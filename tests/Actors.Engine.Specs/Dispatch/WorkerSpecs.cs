using System.Collections.Concurrent;
using System.Diagnostics;
using Actors.Engine.Specs.Support;
using Akka.Actor;

namespace Actors.Engine.Specs.Dispatch;

/// <summary>Actors share threads, and nobody has to know: whoever waits, or never rests, is in nobody's way.</summary>
public sealed class WorkerSpecs : SystemSpecs
{
    private static readonly AsyncLocal<string?> Ambient = new();

    public WorkerSpecs() : base("akka.log-dead-letters = off")
    {
    }

    [Fact]
    public async Task An_actor_that_waits_within_its_handler_for_one_that_it_told_is_not_in_its_way()
    {
        // More of them than threads, so that the pool has to add some.
        var waiting = Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ =>
        {
            var other = Actor((_, _) => Ambient.Value = null);
            return Actor((_, context) => context.Sender.Tell(other.Ask<ActorIdentity>(new Identify(1), Patience).GetAwaiter().GetResult()));
        }).ToArray();
        await Task.WhenAll(waiting.Select(actor => actor.Ask<ActorIdentity>("wait", Patience)));
    }

    [Fact]
    public async Task What_an_actor_told_before_it_waits_runs_meanwhile()
    {
        using var ran = new CountdownEvent(10);
        var others = Enumerable.Range(0, 10).Select(_ => Actor((_, _) => ran.Signal())).ToArray();
        var waits = Actor((_, context) =>
        {
            foreach (var other in others) other.Tell("run");
            context.Sender.Tell(ran.Wait(Patience));
        });
        Assert.True(await waits.Ask<bool>("go", Patience));
    }

    [Fact]
    public async Task Who_uses_the_pool_has_his_turn_beside_actors_that_never_rest()
    {
        Busy(4 * Environment.ProcessorCount);
        for (var i = 0; i < 20; i++) await Task.Run(() => { }).WaitAsync(Patience);
    }

    [Fact]
    public async Task Of_a_thousand_actors_that_never_rest_none_is_left_behind()
    {
        var turns = Busy(1_000);
        Assert.True(await Task.Run(() => SpinWait.SpinUntil(() => turns.All(t => Volatile.Read(ref t[0]) > 100), Patience)), $"one had {turns.Min(t => t[0])} turns");
    }

    [Fact]
    public async Task Who_is_told_from_outside_has_his_turn_beside_actors_that_never_rest_and_take_their_time()
    {
        Busy(50 * Environment.ProcessorCount, takes: TimeSpan.FromMicroseconds(50));
        var quiet = Actor((_, _) => { });
        for (var i = 0; i < 5; i++) await quiet.Ask<ActorIdentity>(new Identify(i), Patience);
    }

    [Fact]
    public async Task What_waits_behind_an_actor_that_waits_runs_beside_actors_that_never_rest()
    {
        var others = Enumerable.Range(0, 10).Select(_ => Actor((_, _) => { })).ToArray();
        var waits = Actor((_, context) =>
        {
            var answers = others.Select(other => other.Ask<ActorIdentity>(new Identify(1), Patience)).ToArray();
            context.Sender.Tell(Task.WaitAll(answers, Patience / 2));
        });
        await waits.Ask<ActorIdentity>(new Identify(1), Patience);
        Busy(8 * Environment.ProcessorCount);
        Assert.True(await waits.Ask<bool>("wait", Patience));
    }

    [Fact]
    public async Task What_a_handler_leaves_on_its_thread_no_other_actor_finds_there()
    {
        var found = new ConcurrentQueue<string>();
        var leaves = Enumerable.Range(0, 50).Select(_ => Actor((_, _) =>
        {
            Ambient.Value = "left";
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        })).ToArray();
        var looks = Enumerable.Range(0, 50).Select(_ => Actor((_, context) =>
        {
            if (Ambient.Value is { } left) found.Enqueue(left);
            if (SynchronizationContext.Current is not null) found.Enqueue("a context");
            context.Sender.Tell("looked");
        })).ToArray();
        var both = Actor((_, context) =>
        {
            for (var i = 0; i < leaves.Length; i++)
            {
                leaves[i].Tell("leave");
                looks[i].Forward("look");
            }
        });
        for (var round = 0; round < 20; round++) both.Tell("go");
        await Task.WhenAll(looks.Select(actor => actor.Ask<string>("look", Patience)));
        Assert.Empty(found);
    }

    [Fact]
    public async Task An_action_given_to_a_dispatcher_runs()
    {
        var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        System.Dispatchers.DefaultGlobalDispatcher.Schedule(ran.SetResult);
        await ran.Task.WaitAsync(Patience);
    }

    private List<int[]> Busy(int count, TimeSpan takes = default)
    {
        var turns = new List<int[]>();
        for (var i = 0; i < count; i++)
        {
            var own = new int[1];
            turns.Add(own);
            Actor((message, context) =>
            {
                own[0]++;
                for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < takes;) Thread.SpinWait(10);
                context.Self.Tell(message);
            }).Tell("go");
        }

        return turns;
    }

    private IActorRef Actor(Action<object, IActorContext> act) => System.ActorOf(Props.Create(() => new Acting(act)));

    private sealed class Acting(Action<object, IActorContext> act) : UntypedActor
    {
        protected override void OnReceive(object message) => act(message, Context);
    }
}
