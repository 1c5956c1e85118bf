using Akka.Actor;
using Akka.Event;

namespace Actors.Engine.Specs.Actors;

/// <summary>A question and its answer as a task. Source: Akka.NET, "Ask: Send-And-Receive-Future".</summary>
public sealed class AskSpecs : ActorSpec
{
    private readonly IActorRef _actor;

    public AskSpecs() => _actor = Sys.ActorOf(Props.Create(() => new Answering()));

    [Fact]
    public async Task An_answer_completes_the_task() =>
        Assert.Equal("echo", await _actor.Ask<string>("echo", Patience));

    [Fact]
    public async Task An_answer_may_be_any_object() =>
        Assert.Equal("echo", await _actor.Ask("echo", Patience));

    [Fact]
    public async Task No_answer_in_time_is_an_AskTimeoutException() =>
        await Assert.ThrowsAsync<AskTimeoutException>(() => _actor.Ask<string>("silence", TimeSpan.FromMilliseconds(50)));

    [Fact]
    public async Task The_wait_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var answer = _actor.Ask<string>("silence", cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task A_failure_that_is_answered_is_thrown()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => _actor.Ask<string>("fail", Patience));

        Assert.Equal("as told", thrown.Message);
    }

    [Fact]
    public async Task A_message_can_be_made_around_the_one_who_asks()
    {
        var answer = await _actor.Ask<string>(asker => new AnswerTo(asker, "by hand"), Patience, CancellationToken.None);

        Assert.Equal("by hand", answer);
    }

    [Fact]
    public async Task Nobody_answers_for_an_actor_that_has_stopped()
    {
        Watch(_actor);
        _actor.Tell(PoisonPill.Instance);
        ExpectTerminated(_actor);

        await Assert.ThrowsAsync<AskTimeoutException>(() => _actor.Ask<string>("echo", TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task Many_may_ask_at_once_and_each_gets_the_answer_to_its_own_question()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _actor.Ask<string>($"question {i}", Patience)));

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"question {i}"), answers);
    }

    [Fact]
    public async Task An_answer_of_another_type_is_an_ArgumentException() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _actor.Ask<int>("echo", Patience));

    [Fact]
    public async Task An_answer_that_comes_too_late_is_a_dead_letter()
    {
        var asked = CreateTestProbe();
        await Assert.ThrowsAsync<AskTimeoutException>(() => asked.Ref.Ask<string>("slow", TimeSpan.FromMilliseconds(50)));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        asked.ExpectMsg("slow");
        asked.Reply("late");

        Assert.Equal("late", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task A_task_can_be_piped_in_the_name_of_another_and_as_another_message()
    {
        var sender = CreateTestProbe();
        await Task.FromResult(1).PipeTo(TestActor, sender.Ref);
        ExpectMsg(1);
        Assert.Equal(sender.Ref, LastSender);

        await Task.FromException<int>(new InvalidOperationException("boom")).PipeTo(TestActor, failure: exception => exception.Message);
        ExpectMsg("boom");

        await Task.CompletedTask.PipeTo(TestActor, success: () => "done");
        ExpectMsg("done");

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Task.FromCanceled<int>(cancelled.Token).PipeTo(TestActor);
        Assert.IsAssignableFrom<OperationCanceledException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task An_answer_can_be_piped_to_an_actor()
    {
        await _actor.Ask<string>("echo", Patience).PipeTo(TestActor, success: answer => $"piped {answer}");
        ExpectMsg("piped echo");

        await _actor.Ask<string>("fail", Patience).PipeTo(TestActor);
        Assert.Equal("as told", ExpectMsg<Status.Failure>().Cause.Message);
    }

    private sealed record AnswerTo(IActorRef Asker, string Text);

    private sealed class Answering : ReceiveActor
    {
        public Answering()
        {
            Receive<string>(message => message == "silence", _ => { });
            Receive<string>(message => message == "fail", _ => Sender.Tell(new Status.Failure(new InvalidOperationException("as told"))));
            Receive<AnswerTo>(answer => answer.Asker.Tell(answer.Text));
            ReceiveAny(message => Sender.Tell(message));
        }
    }
}
