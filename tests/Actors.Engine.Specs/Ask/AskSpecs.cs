using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Ask;

/// <summary>A question as a task.</summary>
public sealed class AskSpecs : TestKit
{
    private readonly IActorRef _answers;

    public AskSpecs() => _answers = Sys.ActorOf(Props.Create(() => new Answers()));

    [Fact]
    public async Task Without_an_answer_in_time_the_task_fails()
    {
        var error = await Assert.ThrowsAsync<AskTimeoutException>(() => _answers.Ask("silence", TimeSpan.FromMilliseconds(50)));
        Assert.Equal("Timeout after 00:00:00.0500000 seconds", error.Message);
    }

    [Fact]
    public async Task An_answer_of_another_type_fails_the_task()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _answers.Ask<int>("answer"));
        Assert.Equal("Received message of type [System.String] - Ask expected message of type [System.Int32]", error.Message);
    }

    [Fact]
    public async Task And_is_a_dead_letter_too()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        await Assert.ThrowsAsync<ArgumentException>(() => _answers.Ask<int>("answer"));
        Assert.Equal("answer", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task Null_is_an_answer() => Assert.Null(await _answers.Ask<string>("null"));

    [Fact]
    public async Task Answers_after_the_first_are_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Assert.Equal("thrice", await _answers.Ask<string>("thrice"));
        ExpectMsg<DeadLetter>();
        ExpectMsg<DeadLetter>();
    }

    [Fact]
    public async Task Who_watches_the_asker_is_told_when_the_question_is_over()
    {
        var answer = _answers.Ask(new TellOther(TestActor));
        var asker = ExpectMsg<IActorRef>();
        Watch(asker);
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        asker.Tell("answer");
        ExpectTerminated(asker);
        Assert.Equal("answer", await answer);
        Watch(asker);
        ExpectTerminated(asker);
    }

    [Fact]
    public async Task A_failure_as_answer_fails_the_task_with_its_cause()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _answers.Ask<string>("failure"));
        Assert.Equal("as told", error.Message);
    }

    [Fact]
    public async Task A_failure_is_an_answer_like_any_other_where_any_will_do() =>
        Assert.IsType<Status.Failure>(await _answers.Ask("failure"));

    [Fact]
    public async Task A_late_answer_to_a_cancelled_question_is_nobodys_loss()
    {
        using var hold = new ManualResetEventSlim();
        using var source = new CancellationTokenSource();
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var answer = _answers.Ask(new AnswerLater(hold), source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => answer);
        hold.Set();
        Assert.Equal("answer", await _answers.Ask<string>("answer"));
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task The_asker_can_be_found_by_its_path_while_it_waits_and_not_afterwards()
    {
        var answer = _answers.Ask(new TellOther(TestActor));
        var asker = ExpectMsg<IActorRef>();
        Assert.Equal("temp", asker.Path.Elements[0]);
        Sys.ActorSelection(asker.Path).Tell("by its path");
        Assert.Equal("by its path", await answer);
        await AwaitAssertAsync(async () =>
            Assert.Null((await Sys.ActorSelection(asker.Path).Ask<ActorIdentity>(new Identify(1), TimeSpan.FromSeconds(3))).Subject));
    }

    [Fact]
    public async Task An_actor_may_wait_for_an_answer_in_its_handler()
    {
        var asker = Sys.ActorOf(Props.Create(() => new AsksOn(_answers)));
        Assert.Equal("answer", await asker.Ask<string>("answer", TimeSpan.FromSeconds(10)));
    }

    private sealed record AnswerLater(ManualResetEventSlim Hold);

    private sealed record TellOther(IActorRef Other);

    private sealed class Answers : ReceiveActor
    {
        public Answers()
        {
            Receive<AnswerLater>(order =>
            {
                order.Hold.Wait(TimeSpan.FromSeconds(10));
                Sender.Tell("late");
            });
            Receive<TellOther>(order => order.Other.Tell(Sender));
            Receive<string>(text => text == "silence", _ => { });
            Receive<string>(text => text == "null", _ => Sender.Tell(null!));
            Receive<string>(text => text == "thrice", text =>
            {
                for (var i = 0; i < 3; i++) Sender.Tell(text);
            });
            Receive<string>(text => text == "failure", _ => Sender.Tell(new Status.Failure(new InvalidOperationException("as told"))));
            Receive<string>(text => Sender.Tell(text));
        }
    }

    private sealed class AsksOn : ReceiveActor
    {
        public AsksOn(IActorRef other) => ReceiveAsync<string>(async text => Sender.Tell(await other.Ask<string>(text)));
    }
}
