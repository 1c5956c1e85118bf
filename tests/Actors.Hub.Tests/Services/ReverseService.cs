using Actors.Datagrams;
using Actors.Hub.Protocol;
using Actors.Hub.Services;

namespace Actors.Hub.Tests.Services;

/// <summary>The README's example of a service of one's own.</summary>
public sealed class ReverseService : IService, IConversation
{
    public ReadOnlySpan<byte> Farewell => [];

    public Reception Meet(ReadOnlySpan<byte> first) => Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line)
    {
        var reply = line.Extend(datagram.Length);
        datagram.CopyTo(reply);
        reply.Reverse();
        return Answer.Reply;
    }
}
