using Actors.Datagrams;
using Actors.Hub.Protocol;
using Actors.Hub.Services;

namespace Actors.Hub.Tests;

/// <summary>The chat, with a bug: it throws when it hears <c>boom</c> or <c>heart-boom</c>, and when it meets a stranger by <c>room-boom</c>.</summary>
internal sealed class FaultyService : IService, IConversation
{
    private readonly ChatService _chat = new(messageBytes: 960);

    public ReadOnlySpan<byte> Farewell => _chat.Farewell;

    public Reception Meet(ReadOnlySpan<byte> first) =>
        first.SequenceEqual("room-boom"u8) ? throw new InvalidOperationException("the service has a bug") : _chat.Meet(first);

    public IConversation Open(EndpointKey peer) => this;

    public bool IsHeartbeat(ReadOnlySpan<byte> datagram) =>
        datagram.SequenceEqual("heart-boom"u8) ? throw new InvalidOperationException("the service has a bug") : _chat.IsHeartbeat(datagram);

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line) =>
        datagram.SequenceEqual("boom"u8) ? throw new InvalidOperationException("the service has a bug") : _chat.Hear(datagram, from, line);
}
