using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>Pairs of actors that pass a message to and fro; one operation is a round trip.</summary>
internal sealed class PingPong(int pairs) : IScenario
{
    private const int RoundTrips = 400_000;

    public string Name => $"ping-pong-{pairs}";

    public string Operation => $"round trip, {pairs} {(pairs == 1 ? "pair" : "pairs at once")}";

    public Task<Sample> Round(bool quick) => Systems.With(async system =>
    {
        var each = (quick ? 10_000 : RoundTrips) / pairs;
        await Run(system, Math.Max(1, each / 10));
        return await Sample.Of((long)each * pairs, () => Run(system, each));
    });

    private Task Run(ActorSystem system, int each)
    {
        var done = new Task[pairs];
        for (var i = 0; i < pairs; i++)
        {
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var pong = system.ActorOf(Props.Create(() => new Pong()));
            system.ActorOf(Props.Create(() => new Ping(pong, each, end))).Tell(this, ActorRefs.NoSender);
            done[i] = end.Task;
        }

        return Task.WhenAll(done);
    }

    private sealed class Ping(IActorRef pong, int roundTrips, TaskCompletionSource end) : UntypedActor
    {
        private int _left = roundTrips;

        protected override void OnReceive(object message)
        {
            if (_left-- > 0) pong.Tell(message, Self);
            else end.SetResult();
        }
    }

    private sealed class Pong : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }
}
