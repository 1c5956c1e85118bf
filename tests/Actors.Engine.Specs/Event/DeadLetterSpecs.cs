using Actors.Engine.Specs.Support;
using Akka.Actor;
using Akka.Event;

namespace Actors.Engine.Specs.Event;

/// <summary>Messages that reach nobody: what becomes of them on the stream, and in the log.</summary>
public sealed class DeadLetterSpecs() : SystemSpecs("akka { log-dead-letters = 3, log-dead-letters-suspend-duration = 300ms }")
{
    [Fact]
    public async Task A_message_to_a_stopped_actor_is_a_dead_letter_with_its_sender_and_recipient()
    {
        var (ear, sender) = (NewEar(), NewEar());
        System.EventStream.Subscribe(ear.Ref, typeof(DeadLetter));
        var gone = await Stopped();
        gone.Tell("hello", sender.Ref);
        var letter = await ear.Next<DeadLetter>();
        Assert.Equal("hello", letter.Message);
        Assert.Equal(sender.Ref, letter.Sender);
        Assert.Equal(gone.Path, letter.Recipient.Path);
    }

    [Fact]
    public async Task One_that_asks_not_to_be_reported_is_suppressed_and_found_among_all_dead_letters_only()
    {
        var (dead, all) = (NewEar(), NewEar());
        System.EventStream.Subscribe(dead.Ref, typeof(DeadLetter));
        System.EventStream.Subscribe(all.Ref, typeof(AllDeadLetters));
        var gone = await Stopped();
        gone.Tell(new Quiet(), ActorRefs.NoSender);
        await all.Fish<SuppressedDeadLetter>(l => l.Message is Quiet);
        Assert.DoesNotContain(await dead.AllUntilNow(), l => ((DeadLetter)l).Message is Quiet);
    }

    [Fact]
    public async Task One_that_asks_not_to_be_reported_is_suppressed_by_way_of_a_selection_too()
    {
        var (dead, all) = (NewEar(), NewEar());
        System.EventStream.Subscribe(dead.Ref, typeof(DeadLetter));
        System.EventStream.Subscribe(all.Ref, typeof(AllDeadLetters));
        System.ActorSelection("/user/nobody/here").Tell(new Quiet(), ActorRefs.NoSender);
        await all.Fish<SuppressedDeadLetter>(l => l.Message is Quiet);
        Assert.DoesNotContain(await dead.AllUntilNow(), l => ((DeadLetter)l).Message is Quiet);
    }

    [Fact]
    public async Task What_is_told_to_the_dead_letters_themselves_is_one()
    {
        var ear = NewEar();
        System.EventStream.Subscribe(ear.Ref, typeof(DeadLetter));
        System.DeadLetters.Tell("hello", ActorRefs.NoSender);
        Assert.Equal("hello", (await ear.Next<DeadLetter>()).Message);
    }

    [Fact]
    public void A_dead_letter_has_a_sender_and_a_recipient()
    {
        Assert.Throws<ArgumentNullException>(() => new DeadLetter("x", null!, System.DeadLetters));
        Assert.Throws<ArgumentNullException>(() => new DeadLetter("x", System.DeadLetters, null!));
        Assert.Throws<ArgumentNullException>(() => new SuppressedDeadLetter(new Quiet(), null!, System.DeadLetters));
    }

    [Fact]
    public async Task They_are_logged_up_to_the_limit_then_not_for_a_while_then_with_the_count_of_what_was_passed_over()
    {
        var (log, sender) = (NewEar(), NewEar());
        var gone = await Stopped();
        System.EventStream.Subscribe(log.Ref, typeof(Info));
        gone.Tell(1, sender.Ref);
        System.EventStream.Publish(new Dropped(2, "Too many", gone));
        gone.Tell(new Quiet(), sender.Ref);
        System.EventStream.Publish(new UnhandledMessage(3, sender.Ref, gone));

        var first = await log.Next<Info>();
        Assert.Equal(gone.Path.ToString(), first.LogSource);
        Starts($"Message [Int32] from {sender.Ref} to {gone} was not delivered. [1] dead letters encountered. ", first);
        Assert.Contains("'akka.log-dead-letters' and 'akka.log-dead-letters-during-shutdown'", Text(first), StringComparison.Ordinal);
        Starts($"Message [Int32] to {gone} was dropped. Too many. [2] dead letters", await log.Next<Info>());
        Starts(
            $"Message [Int32] from {sender.Ref} to {gone} was unhandled. [3] dead letters encountered, " +
            "no more dead letters will be logged in next [", await log.Next<Info>());

        gone.Tell(4, sender.Ref);
        gone.Tell(5, sender.Ref);
        var waited = NewEar();
        System.Scheduler.ScheduleTellOnce(400, waited.Ref, "the duration is over", ActorRefs.NoSender);
        await waited.Next();
        gone.Tell(6, sender.Ref);
        gone.Tell(7, sender.Ref);
        Assert.Contains("[6] dead letters encountered, of which 2 were not logged", Text(await log.Next<Info>()), StringComparison.Ordinal);
        Assert.Contains("[1] dead letters encountered. ", Text(await log.Next<Info>()), StringComparison.Ordinal);
    }

    private static string Text(Info info) => info.Message.ToString()!;

    private static void Starts(string text, Info info) => Assert.StartsWith(text, Text(info), StringComparison.Ordinal);

    private async Task<IActorRef> Stopped()
    {
        var ear = NewEar();
        await ear.Ref.GracefulStop(Patience);
        return ear.Ref;
    }

    private sealed class Quiet : IDeadLetterSuppression;
}
