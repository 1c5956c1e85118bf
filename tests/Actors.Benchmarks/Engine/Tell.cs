using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>One thread tells one actor the same message many times, as fast as it can.</summary>
internal sealed class Tell : IScenario
{
    internal const int Messages = 2_000_000;

    public string Name => "tell";

    public string Operation => "message to one actor, reused";

    public Task<Sample> Round(bool quick) => Systems.With(async system =>
    {
        var messages = quick ? 100_000 : Messages;
        var receiver = system.ActorOf(Props.Create(() => new Counter()));
        await Run(receiver, messages / 10);
        return await Sample.Of(messages, () => Run(receiver, messages));
    });

    private static Task Run(IActorRef receiver, int messages)
    {
        var expect = new Counter.Expect(messages);
        receiver.Tell(expect, ActorRefs.NoSender);
        var message = new object();
        for (var i = 0; i < messages; i++) receiver.Tell(message, ActorRefs.NoSender);
        return expect.Done;
    }
}
