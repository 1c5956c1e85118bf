using System.Collections;
using Akka.Actor;
using Xunit.Sdk;

namespace Actors.Engine.TestKit.Tests;

public class ReceiveSpecs : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void So_many_messages_are_received_as_are_asked_for()
    {
        Tell("1", "2", "3", "4");
        Assert.Equal(["1", "2", "3"], ReceiveN(3));
        Assert.Equal(["4"], ReceiveN(1));
    }

    [Fact]
    public void Fewer_messages_than_asked_for_fail()
    {
        Tell("1", "2");
        var failure = Assert.ThrowsAny<XunitException>(() => ReceiveN(3, Short));
        Assert.Contains("Timeout (00:00:00.0300000) while expecting 3 messages. Only got 2", failure.Message);
    }

    [Fact]
    public void One_message_or_nothing_is_received()
    {
        Tell("1");
        Assert.Equal("1", ReceiveOne(TimeSpan.Zero));
        Assert.Null(ReceiveOne(TimeSpan.Zero));
        Assert.Null(ReceiveOne(Short));
        Assert.False(TryReceiveOne(out _, Short));
    }

    [Fact]
    public void A_peek_leaves_the_message()
    {
        Tell("1");
        Assert.Equal("1", PeekOne(TimeSpan.Zero));
        Assert.True(TryPeekOne(out var envelope, TimeSpan.Zero, default));
        Assert.Equal(TestActor, envelope.Sender);
        ExpectMsg("1");
        Assert.Null(PeekOne(Short));
    }

    [Fact]
    public async Task A_wait_without_end_ends_with_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = ReceiveOneAsync(Timeout.InfiniteTimeSpan, cancellation.Token).AsTask();
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Fishing_drops_what_does_not_match_and_may_keep_a_list_of_it()
    {
        Tell(1, "2", 10, 20);
        var others = new ArrayList { "from before" };
        Assert.Equal(10, FishForMessage<int>(i => i >= 10, others));
        Assert.Equal(new ArrayList { 1, "2" }, others);
        ExpectMsg(20);
    }

    [Fact]
    public void Fishing_in_vain_fails()
    {
        Tell(1, 2);
        Assert.ThrowsAny<XunitException>(() => FishForMessage(_ => false, Short));
    }

    [Fact]
    public async Task Fishing_until_a_message_fails_when_it_comes()
    {
        Tell(1d);
        await FishUntilMessageAsync<int>(Short);
        Tell(1);
        await Assert.ThrowsAnyAsync<Exception>(() => FishUntilMessageAsync<int>(Short));
    }

    [Fact]
    public async Task Radio_silence_collects_what_came_before_it()
    {
        Assert.Empty(await WaitForRadioSilenceAsync(TimeSpan.Zero));
        Tell(1, 2);
        var messages = await WaitForRadioSilenceAsync(Short);
        Assert.Equal(new ArrayList { 1, 2 }, messages);
        Assert.True(messages.IsReadOnly);
        Tell(3);
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => WaitForRadioSilenceAsync(TimeSpan.Zero, 0));
        Assert.StartsWith("maxMessages violated", failure.Message);
    }

    [Fact]
    public void Messages_are_received_while_the_filter_gives_something_for_them()
    {
        Tell("1", 2, "3", 99999.0, 4);
        Assert.Equal(["1", "2", "3"], ReceiveWhile<string>(message => message is double ? null! : message.ToString()!));
        ExpectMsg(99999.0);
    }

    [Fact]
    public void Messages_are_received_while_the_predicate_holds_and_others_are_dropped_or_end_it()
    {
        Tell("1", "2", 4, "5", "-----");
        Assert.Equal(["1", "2", "5"], ReceiveWhile<string>(s => s.Length == 1));
        ExpectMsg("-----");
        Tell("1", 2, "3");
        Assert.Equal(["1"], ReceiveWhile<string>(_ => true, shouldIgnoreOtherMessageTypes: false));
        ExpectMsg(2);
    }

    [Fact]
    public void Messages_are_received_while_there_is_time_and_no_more_than_were_asked_for()
    {
        Assert.Empty(ReceiveWhile<object>(message => message, Short));
        Tell(1, 2, 3);
        Assert.Equal([1, 2], ReceiveWhile<int>(_ => true, msgs: 2));
        Assert.Equal([3], ReceiveWhile<int>(_ => true, max: TimeSpan.FromMinutes(1), idle: Short));
    }

    [Fact]
    public async Task Messages_are_received_asynchronously_as_they_come()
    {
        Tell("1", "2", 3);
        var received = new List<string>();
        await foreach (var message in ReceiveWhileAsync<string>(_ => true, shouldIgnoreOtherMessageTypes: false)) received.Add(message);
        Assert.Equal(["1", "2"], received);
        await ExpectMsgAsync(3);
        Tell(4, 5);
        var numbers = new List<object>();
        await foreach (var message in ReceiveNAsync(2)) numbers.Add(message);
        Assert.Equal([4, 5], numbers);
    }

    [Fact]
    public void What_is_to_be_ignored_is_not_received()
    {
        IgnoreMessages<int>(i => i == 1);
        Tell(1, 2);
        ExpectMsg(2);
        IgnoreMessages<int>();
        Tell(3, "4");
        ExpectMsg("4");
        IgnoreNoMessages();
        Tell(5);
        ExpectMsg(5);
        Assert.False(HasMessages);
    }

    [Fact]
    public void The_last_message_and_its_sender_are_those_of_the_last_receive()
    {
        Tell("1");
        ReceiveOne();
        Assert.Equal("1", LastMessage);
        Assert.Equal(TestActor, LastSender);
        ReceiveOne(TimeSpan.Zero);
        Assert.Throws<IllegalActorStateException>(() => LastMessage);
    }

    private void Tell(params object[] messages)
    {
        foreach (var message in messages) TestActor.Tell(message);
    }
}
