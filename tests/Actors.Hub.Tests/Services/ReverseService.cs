using Actors.Datagrams;
using Actors.Hub.Protocol;
using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

/// <summary>The README's example of a service of one's own.</summary>
public sealed class ReverseService : IService, IConversation
{
    public Line? Farewell => null;

    public Reception Meet(ReadOnlySpan<byte> first) => Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from)
    {
        var reply = datagram.ToArray();
        reply.AsSpan().Reverse();
        return Answer.Reply(Line.Of(reply));
    }
}
