using System.Collections.Concurrent;
using Actors.Engine.Specs.Support;
using Akka.Actor;
using Akka.Event;

namespace Actors.Engine.Specs.Dispatch;

/// <summary>
/// Several threads send while another suspends, resumes and at last stops the actor, at random. A mailbox is linearizable if all
/// happened as if each at one moment: so of every sender's messages those up to some number were handled, once and in order, and all behind it
/// are dead letters.
/// </summary>
public sealed class MailboxHistorySpecs : SystemSpecs
{
    private const int Senders = 3;

    public MailboxHistorySpecs() : base("""
        akka.log-dead-letters = off
        by-one { type = Dispatcher, throughput = 1 }
        bounded { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 64, mailbox-push-timeout-time = 20s }
        """)
    {
    }

    [Theory]
    [InlineData(1, "akka.actor.default-dispatcher", "akka.actor.default-mailbox")]
    [InlineData(2, "akka.actor.default-dispatcher", "akka.actor.default-mailbox")]
    [InlineData(3, "by-one", "akka.actor.default-mailbox")]
    [InlineData(4, "akka.actor.default-dispatcher", "bounded")]
    public async Task Of_each_sender_a_beginning_is_handled_and_the_rest_are_dead_letters(int seed, string dispatcher, string mailbox)
    {
        var (handled, dead) = (new ConcurrentQueue<Entry>(), new ConcurrentQueue<Entry>());
        var letters = System.ActorOf(Props.Create(() => new Collects(dead)));
        System.EventStream.Subscribe(letters, typeof(DeadLetter));
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            var actor = System.ActorOf(Props.Create(() => new Collects(handled)).WithDispatcher(dispatcher).WithMailbox(mailbox));
            var sent = await Play((IInternalActorRef)actor, random);
            await letters.Ask<ActorIdentity>(new Identify(round), Patience);
            for (var sender = 0; sender < Senders; sender++)
            {
                var numbers = handled.Where(e => e.Sender == sender).Select(e => e.Number).ToArray();
                Assert.Equal(Enumerable.Range(0, numbers.Length), numbers);
                Assert.Equal(
                    Enumerable.Range(numbers.Length, sent[sender] - numbers.Length),
                    dead.Where(e => e.Sender == sender).Select(e => e.Number).Order());
            }

            handled.Clear();
            dead.Clear();
        }
    }

    /// <summary>Returns how many each of the senders sent.</summary>
    private static async Task<int[]> Play(IInternalActorRef actor, Random random)
    {
        var counts = Enumerable.Range(0, Senders).Select(_ => random.Next(2_000)).ToArray();
        var changes = Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(100)).ToArray();
        // From the beginning: its watchers are told behind the last dead letter, who watches it in the midst of its end is told at once.
        var end = actor.WatchAsync();
        var senders = counts.Select((count, sender) => Task.Run(() =>
        {
            for (var i = 0; i < count; i++) actor.Tell(new Entry(sender, i), ActorRefs.NoSender);
        }));
        var changer = Task.Run(() =>
        {
            foreach (var pause in changes)
            {
                actor.Suspend();
                Thread.SpinWait(pause);
                actor.Resume();
            }

            actor.Stop();
        });
        await Task.WhenAll([.. senders, changer]).WaitAsync(Patience);
        await end.WaitAsync(Patience);
        return counts;
    }

    private sealed record Entry(int Sender, int Number);

    private sealed class Collects(ConcurrentQueue<Entry> into) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is DeadLetter { Message: Entry buried }) into.Enqueue(buried);
            else if (message is Entry entry) into.Enqueue(entry);
        }
    }
}
