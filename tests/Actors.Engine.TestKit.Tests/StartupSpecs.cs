using Akka.Actor;
using Xunit.Abstractions;

namespace Actors.Engine.TestKit.Tests;

public class StartupSpecs(ITestOutputHelper output)
{
    // More than a small pool has threads: what starts or ends them must not wait for one that another of them has.
    private const int Kits = 40;

    [Fact(Timeout = 20_000)]
    public async Task Many_kits_start_and_end_side_by_side_on_a_small_pool()
    {
        await Task.WhenAll(Enumerable.Range(0, Kits).Select(number => Task.Run(async () =>
        {
            using var kit = new Akka.TestKit.Xunit2.TestKit($"test.number = {number}", output);
            kit.Sys.ActorOf(Props.Create(() => new Pinger(kit.TestActor)));
            await kit.ExpectMsgAsync("ping", TimeSpan.FromSeconds(10));
        })));
    }

    private sealed class Pinger(IActorRef target) : ActorBase
    {
        protected override void PreStart() => target.Tell("ping");

        protected override bool Receive(object message) => false;
    }
}
