using Actors.Engine.Simulation;
using Akka.Actor;
using Akka.Configuration;
using Simulated = Actors.Engine.Simulation.Simulation;

namespace Actors.Engine.Tests.Simulation;

public sealed class SimulationTests
{
    [Fact]
    public void A_thousand_seeds_give_the_same_traces_twice_and_each_its_own()
    {
        var first = Enumerable.Range(0, 1_000).Select(seed => Play(seed).Trace).ToArray();
        var second = Enumerable.Range(0, 1_000).Select(seed => Play(seed).Trace).ToArray();

        Assert.Equal(first, second);
        // Two of a thousand random orders of some hundred steps are hardly ever the same.
        Assert.True(first.Select(trace => trace.Hash).Distinct().Count() > 990);
    }

    [Fact]
    public void A_seed_decides_what_actors_hear()
    {
        var orders = Enumerable.Range(0, 20).Select(seed => string.Join(' ', Play(seed).Heard)).ToArray();

        Assert.Equal(orders, Enumerable.Range(0, 20).Select(seed => string.Join(' ', Play(seed).Heard)));
        Assert.True(orders.Distinct().Count() > 1);
    }

    [Fact]
    public void Names_and_uids_are_the_same_in_every_run()
    {
        Assert.Equal(Names(), Names());

        static string Names()
        {
            var names = "";
            Simulated.Run(7, simulation =>
            {
                for (var i = 0; i < 3; i++) names += simulation.System.ActorOf(Props.Empty).Path.ToStringWithUid() + " ";
            });
            return names;
        }
    }

    [Fact]
    public void Time_is_virtual_and_passes_only_when_it_is_let()
    {
        var trace = Simulated.Run(1, simulation =>
        {
            var began = simulation.System.Scheduler.Now;
            var rang = TimeSpan.Zero;
            simulation.System.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromDays(3), () => rang = simulation.System.Scheduler.Now - began);

            simulation.RunUntilIdle();
            Assert.Equal(TimeSpan.Zero, rang);
            simulation.Advance(TimeSpan.FromDays(4));
            Assert.Equal(TimeSpan.FromDays(3), rang);
            Assert.Equal(TimeSpan.FromDays(4), simulation.System.Scheduler.Now - began);
            Assert.Equal(TimeSpan.FromDays(4), simulation.System.Scheduler.MonotonicClock);
        });

        Assert.Equal(TimeSpan.FromDays(4), trace.Elapsed);
    }

    [Fact]
    public void Time_never_goes_back_however_far_it_is_let_go()
    {
        Simulated.Run(1, simulation =>
        {
            simulation.Advance(TimeSpan.FromSeconds(1));
            Assert.False(simulation.RunUntil(() => false, TimeSpan.MaxValue));
            Assert.Equal(TimeSpan.MaxValue, simulation.Elapsed);
            Assert.Throws<ArgumentOutOfRangeException>(() => simulation.RunUntil(() => false, TimeSpan.FromSeconds(-1)));
        });
    }

    [Fact]
    public void A_scenario_may_wait_for_a_condition()
    {
        Simulated.Run(1, simulation =>
        {
            var answer = simulation.System.ActorOf(Props.Create(() => new Dealer(new List<string>()))).Ask("nothing", TimeSpan.FromMinutes(1));

            Assert.True(simulation.RunUntil(() => answer.IsFaulted, TimeSpan.FromMinutes(2)));
            Assert.Equal(TimeSpan.FromMinutes(1), simulation.Elapsed);
            Assert.False(simulation.RunUntil(() => false, TimeSpan.FromSeconds(1)));
        });
    }

    [Fact]
    public void An_asynchronous_handler_goes_on_in_its_actors_turns()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var heard = new List<string>();
            Simulated.Run(seed, simulation =>
            {
                var asker = simulation.System.ActorOf(Props.Create(() => new Asker(heard)));
                asker.Tell("first");
                asker.Tell("second");
                simulation.RunUntilIdle();
            });

            Assert.Equal(["first", "first!", "second", "second!"], heard);
        }
    }

    [Fact]
    public void Any_dispatcher_may_simulate_where_the_scheduler_does()
    {
        var mine = ConfigurationFactory.ParseString("mine.type = \"Actors.Engine.Simulation.SimulationDispatcherConfigurator, Actors.Engine\"");
        var heard = new List<string>();

        Simulated.Run(1, simulation => simulation.System.ActorOf(Props.Create(() => new Asker(heard)).WithDispatcher("mine")).Tell("it"), mine);

        Assert.Equal(["it", "it!"], heard);
        using var real = ActorSystem.Create("real", mine);
        Assert.IsType<ConfigurationException>(Assert.ThrowsAny<Exception>(() => real.Dispatchers.Lookup("mine")).GetBaseException());
    }

    [Fact]
    public void What_a_scenario_throws_comes_through() =>
        Assert.Throws<FormatException>(() => Simulated.Run(1, _ => throw new FormatException()));

    private static (SimulationTrace Trace, List<string> Heard) Play(int seed)
    {
        var heard = new List<string>();
        var trace = Simulated.Run(seed, simulation =>
        {
            simulation.System.ActorOf(Props.Create(() => new Dealer(heard)), "dealer");
            simulation.Advance(TimeSpan.FromSeconds(5));
        });
        Assert.Contains(nameof(AskTimeoutException), heard);
        return (trace, heard);
    }

    private sealed class Asker : ReceiveActor
    {
        public Asker(List<string> heard)
        {
            var echo = Context.ActorOf(Props.Create(() => new Echo()));
            ReceiveAsync<string>(async text =>
            {
                heard.Add(text);
                heard.Add(await echo.Ask<string>(text));
            });
        }
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => ReceiveAny(message => Sender.Tell(message + "!"));
    }
}
