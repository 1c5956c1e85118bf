using Akka.Actor;
using Akka.TestKit;
using Xunit.Sdk;

namespace Actors.Engine.TestKit.Tests;

public class ExpectSpecs : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void A_message_is_taken_by_its_type()
    {
        TestActor.Tell("hello");
        Assert.Equal("hello", ExpectMsg<string>());
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_message_that_is_told_is_there_when_the_telling_returns()
    {
        TestActor.Tell(1);
        Assert.True(HasMessages);
    }

    [Fact]
    public void No_message_in_time_fails_with_timeout_type_and_hint()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(Short, "my hint"));
        Assert.Contains("Failed: Timeout 00:00:00.0300000 while waiting for a message of type System.String my hint", failure.Message);
    }

    [Fact]
    public void A_message_of_another_type_fails_with_both_types_and_the_message()
    {
        TestActor.Tell(4711);
        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>());
        Assert.Contains("Failed: Expected a message of type System.String, but received {4711} (type System.Int32) instead", failure.Message);
    }

    [Fact]
    public void An_equal_message_is_expected_by_value()
    {
        TestActor.Tell(new Point(1, 2));
        ExpectMsg(new Point(1, 2));
        TestActor.Tell(new Point(1, 2));
        Assert.ThrowsAny<XunitException>(() => ExpectMsg(new Point(2, 1)));
    }

    [Fact]
    public void Sequences_are_compared_item_by_item()
    {
        TestActor.Tell(new[] { 1, 2 });
        ExpectMsg(new[] { 1, 2 });
        TestActor.Tell(new[] { 1, 2 });
        Assert.ThrowsAny<XunitException>(() => ExpectMsg(new[] { 1, 3 }));
    }

    [Fact]
    public void A_predicate_and_an_assertion_look_at_the_message_and_its_sender()
    {
        TestActor.Tell("a");
        ExpectMsg<string>(message => message == "a");
        TestActor.Tell("b");
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(message => message == "a"));
        TestActor.Tell("c");
        ExpectMsg<string>(message => Assert.Equal("c", message));
        TestActor.Tell("d");
        ExpectMsg<string>((message, sender) => message == "d" && sender.Equals(TestActor));
        TestActor.Tell("e");
        ExpectMsg("x", (expected, actual) => expected == "x" && actual == "e");
    }

    [Fact]
    public void A_message_is_expected_from_its_sender_only()
    {
        var probe = CreateTestProbe();
        TestActor.Tell("a", probe);
        ExpectMsgFrom<string>(probe);
        TestActor.Tell("a", probe);
        ExpectMsgFrom(probe.Ref, "a");
        TestActor.Tell("a", TestActor);
        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<string>(probe));
        TestActor.Tell("a", probe);
        ExpectMsgFrom<string>(sender => sender.Equals(probe), message => message == "a");
    }

    [Fact]
    public void Any_of_several_messages_may_come()
    {
        TestActor.Tell("b");
        Assert.Equal("b", ExpectMsgAnyOf(["a", "b"]));
        TestActor.Tell("c");
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAnyOf(["a", "b"]));
    }

    [Fact]
    public void All_of_several_messages_come_in_whatever_order()
    {
        foreach (var message in new[] { "1", "2", "3", "4" }) TestActor.Tell(message);
        Assert.Equal(["1", "2", "3", "4"], ExpectMsgAllOf("3", "1", "4", "2"));
    }

    [Fact]
    public void Of_all_messages_what_is_missing_and_what_is_not_expected_is_named()
    {
        foreach (var message in new[] { "1", "2", "unexpected" }) TestActor.Tell(message);
        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf("3", "1", "2"));
        Assert.Contains("not found [3], found unexpected [unexpected]", failure.Message);
    }

    [Fact]
    public void Too_few_of_all_messages_time_out()
    {
        TestActor.Tell("1");
        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf(Short, "1", "2"));
        Assert.StartsWith("Timeout (00:00:00.0300000) while expecting 2 messages. Only got 1 after", failure.Message);
    }

    [Fact]
    public async Task Predicates_on_several_types_are_matched_with_messages_in_whatever_order()
    {
        TestActor.Tell(1);
        TestActor.Tell("2");
        var received = new List<object>();
        await foreach (var message in ExpectMsgAllOfMatchingPredicatesAsync(
            [PredicateInfo.Create<string>(s => s == "2"), PredicateInfo.Create<int>(i => i == 1)])) received.Add(message);
        Assert.Equal([1, "2"], received);
        TestActor.Tell(1);
        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOfMatchingPredicates(PredicateInfo.Create<int>(i => i == 2)));
        Assert.StartsWith("not found [", failure.Message);
    }

    [Fact]
    public void No_message_means_none_before_and_none_meanwhile()
    {
        ExpectNoMsg(Short);
        TestActor.Tell("early");
        var failure = Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(Short));
        Assert.Contains("instead we received", failure.Message);
    }

    [Fact]
    public void The_death_of_a_watched_actor_is_expected()
    {
        var actor = Sys.ActorOf(Akka.TestKit.TestActors.BlackHoleActor.Props, "victim");
        Watch(actor);
        Sys.Stop(actor);
        Assert.Equal(actor, ExpectTerminated(actor).ActorRef);
    }

    [Fact]
    public void The_death_of_an_actor_that_is_watched_no_longer_does_not_come()
    {
        var actor = Sys.ActorOf(Akka.TestKit.TestActors.BlackHoleActor.Props);
        var other = CreateTestProbe();
        Watch(actor);
        Unwatch(actor);
        other.Watch(actor);
        Sys.Stop(actor);
        other.ExpectTerminated(actor);
        ExpectNoMsg(Short);
    }

    [Fact]
    public async Task Asynchronous_expectations_hold_no_thread_and_fail_alike()
    {
        var expected = ExpectMsgAsync<string>().AsTask();
        Assert.False(expected.IsCompleted);
        TestActor.Tell("late");
        Assert.Equal("late", await expected);
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync<string>(Short));
        await ExpectNoMsgAsync(Short);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = ExpectMsgAsync<string>(TimeSpan.FromMinutes(1), cancellationToken: cancellation.Token).AsTask();
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.ThrowsAny<OperationCanceledException>(() => ExpectMsg<string>(cancellationToken: cancellation.Token));
    }

    private sealed record Point(int X, int Y);
}
