using System.Text;
using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services;

/// <summary>The same answer for every datagram, whatever it holds.</summary>
/// <param name="reply">The answer.</param>
public sealed class CannedService(string reply) : IService, IConversation
{
    private readonly byte[] _reply = Encoding.UTF8.GetBytes(reply);

    public ReadOnlySpan<byte> Farewell => [];

    public Reception Meet(ReadOnlySpan<byte> first) => Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line)
    {
        line.Append(_reply);
        return Answer.Reply;
    }
}
