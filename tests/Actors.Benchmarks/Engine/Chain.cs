using System.Globalization;
using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>
/// A datagram's way: an I/O thread tells a first actor of a batch, which tells each of the batch's clients, which tell a room; a few batches are
/// on their way at once. On a dispatcher of one's choice. One operation is a datagram: two messages, and its share of the batch's.
/// </summary>
internal sealed class Chain(string name, string operation, string dispatcherType) : IScenario
{
    private const int Batch = 16;
    private const int Batches = 4;

    public string Name => name;

    public string Operation => operation;

    public Task<Sample> Round(bool quick) => Systems.With(Dispatcher(), async system =>
    {
        var messages = (quick ? 10_000 : 500_000) / Batch * Batch;
        var room = system.ActorOf(Props.Create(() => new Counter()).WithDispatcher("io"));
        var clients = Enumerable.Range(0, Batch).Select(_ => system.ActorOf(Props.Create(() => new Client(room)).WithDispatcher("io"))).ToArray();
        var socket = system.ActorOf(Props.Create(() => new Socket(clients)).WithDispatcher("io"));
        await Run(socket, room, messages / 10 / Batch * Batch);
        return await Sample.Of(messages, () => Run(socket, room, messages));
    });

    // A type that the engine has not is the default one: the scenario is there on either engine.
    private string Dispatcher() => string.Create(CultureInfo.InvariantCulture, $$"""
        io {
          type = "{{(Type.GetType(dispatcherType) is null ? "Dispatcher" : dispatcherType)}}"
          throughput = 100
          threads = ["I/O*"]
        }
        """);

    private static Task Run(IActorRef socket, IActorRef room, int messages)
    {
        var expect = new Counter.Expect(messages);
        room.Tell(expect, ActorRefs.NoSender);
        var thread = new Thread(() =>
        {
            var batch = new object();
            for (var i = 0; i < messages; i += Batch)
            {
                var spin = default(SpinWait);
                while (i - expect.Received > (Batches - 1) * Batch) spin.SpinOnce(sleep1Threshold: -1);
                socket.Tell(batch, ActorRefs.NoSender);
            }
        })
        { Name = "I/O of the benchmark", IsBackground = true };
        thread.Start();
        return expect.Done;
    }

    private sealed class Socket(IActorRef[] clients) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            foreach (var client in clients) client.Tell(message, Self);
        }
    }

    private sealed class Client(IActorRef room) : UntypedActor
    {
        protected override void OnReceive(object message) => room.Tell(message, Self);
    }
}
