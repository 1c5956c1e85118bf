using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services;

/// <summary>
/// Each datagram comes back with its ASCII letters uppercased, and an empty one empty: N datagrams give N replies, in order, boundaries
/// kept. An endpoint is forgotten when it has been silent for the listener's interval, and met anew by its next datagram.
/// </summary>
public sealed class EchoService : IService, IConversation
{
    public ReadOnlySpan<byte> Farewell => [];

    public Reception Meet(ReadOnlySpan<byte> first) => Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line)
    {
        ChatProtocol.ToUpper(datagram, line.Extend(datagram.Length));
        return Answer.Reply;
    }
}
