using System.Reflection;
using Actors.Backplane.RabbitMq.Sessions;
using Actors.Backplane.RabbitMq.Wire;
using Actors.Hub.Backplane;
using RabbitMQ.Client;

namespace Actors.Backplane.RabbitMq.Tests;

/// <summary>What it says to the broker, on a channel whose calls the test ends.</summary>
public sealed class ListenerTests
{
    private readonly Calls _calls;
    private readonly Listener _listener;

    public ListenerTests()
    {
        var channel = DispatchProxy.Create<IChannel, Calls>();
        _calls = (Calls)(object)channel;
        _listener = new Listener(channel, "probe", TimeProvider.System, _ => { }, _ => { }, CancellationToken.None);
    }

    [Fact]
    public async Task A_word_on_what_was_heard_waits_for_the_one_before_so_that_the_broker_gets_none_twice()
    {
        await HearAsync(1);
        var glance = _listener.AcknowledgeAsync();
        await HearAsync(2);
        var rejection = HearAsync(3, "not of a hub"u8.ToArray());
        Assert.Equal(["ack 1"], _calls.Made);
        _calls.Hold.SetResult();
        await Task.WhenAll(glance, rejection);
        Assert.Equal(["ack 1", "ack 2", "reject 3"], _calls.Made);
        await HearAsync(4);
        await _listener.AcknowledgeAsync();
        await _listener.AcknowledgeAsync();
        Assert.Equal(["ack 1", "ack 2", "reject 3", "ack 4"], _calls.Made);
    }

    private Task HearAsync(ulong tag, byte[]? body = null) => _listener.HandleBasicDeliverAsync(
        "consumer", tag, redelivered: false, "hub.rooms", Topics.News, new BasicProperties(), body ?? Beat());

    private static byte[] Beat()
    {
        var body = new BodyWriter();
        Body.Write(body, new NodeNews.Beat(new NodeIncarnation(new NodeId("ann"), 1), 0));
        return body.Written.ToArray();
    }

    /// <summary>A channel that writes down the words of a listener, and holds each until the test lets go.</summary>
    public class Calls : DispatchProxy
    {
        public List<string> Made { get; } = [];

        public TaskCompletionSource Hold { get; } = new();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Made.Add($"{(targetMethod!.Name == nameof(IChannel.BasicAckAsync) ? "ack" : "reject")} {args![0]}");
            return new ValueTask(Hold.Task);
        }
    }
}
