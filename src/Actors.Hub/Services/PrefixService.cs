using System.Text;
using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services;

/// <summary>
/// Each datagram comes back behind a prefix. <c>q</c>, white space around it allowed, gets no answer and ends the endpoint's session, or
/// the whole service where the operator wants that.
/// </summary>
/// <param name="prefix">What stands before the datagram's bytes.</param>
/// <param name="stopOnQ">Whether <c>q</c>, from anyone, closes the service.</param>
public sealed class PrefixService(string prefix, bool stopOnQ) : IService, IConversation
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(prefix);

    public ReadOnlySpan<byte> Farewell => [];

    /// <summary>A <c>q</c> from a stranger ends nothing, unless it ends everything.</summary>
    public Reception Meet(ReadOnlySpan<byte> first) => IsQ(first) && !stopOnQ ? Reception.Unwanted : Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line)
    {
        if (IsQ(datagram))
        {
            return stopOnQ ? Answer.StopService : Answer.Leave;
        }

        var length = _prefix.Length + datagram.Length;
        if (length > LineWriter.MaxLength)
        {
            line.Append($"reply too long: {length} bytes, at most {LineWriter.MaxLength} allowed");
            return Answer.Refuse(DropReason.ReplyTooLong);
        }

        line.Append(_prefix).Append(datagram);
        return Answer.Reply;
    }

    private static bool IsQ(ReadOnlySpan<byte> datagram) => ChatProtocol.Trim(datagram).SequenceEqual("q"u8);
}
