using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>One thread tells one actor the same message many times, a few of them on their way at once: what waits never grows.</summary>
internal sealed class Windowed(string name, string operation, Func<Props> counter) : IScenario
{
    private const int Window = 64;

    public string Name => name;

    public string Operation => operation;

    public Task<Sample> Round(bool quick) => Systems.With(async system =>
    {
        var messages = quick ? 10_000 : 1_000_000;
        var receiver = system.ActorOf(counter());
        await Run(receiver, messages / 10);
        return await Sample.Of(messages, () => Run(receiver, messages));
    });

    private static Task Run(IActorRef receiver, int messages) => Task.Run(() =>
    {
        var expect = new Counter.Expect(messages);
        receiver.Tell(expect, ActorRefs.NoSender);
        var message = new object();
        for (var i = 0; i < messages; i++)
        {
            var spin = default(SpinWait);
            while (i - expect.Received >= Window) spin.SpinOnce(sleep1Threshold: -1);
            receiver.Tell(message, ActorRefs.NoSender);
        }

        return expect.Done;
    });
}
