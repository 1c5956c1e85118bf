using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services;

/// <summary>
/// The group chat: what one member says, every member hears (<see cref="ChatProtocol"/>). An endpoint has no state of its own in it.
/// </summary>
/// <param name="messageBytes">Longest message, in bytes without its final newline.</param>
public sealed class ChatService(int messageBytes) : IService, IConversation
{
    public ReadOnlySpan<byte> Farewell => ChatProtocol.Bye;

    public bool IsShared => true;

    /// <summary>Everything joins, but a word to leave.</summary>
    public Reception Meet(ReadOnlySpan<byte> first) =>
        ChatProtocol.Classify(first) == ChatWord.Quit ? Reception.Unwanted
        : ChatProtocol.EndsLine(first) ? Reception.Lines
        : Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public bool IsHeartbeat(ReadOnlySpan<byte> datagram) => ChatProtocol.Classify(datagram) == ChatWord.Heartbeat;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line)
    {
        if (ChatProtocol.Classify(datagram) == ChatWord.Quit)
        {
            return Answer.Leave;
        }

        var text = ChatProtocol.Text(datagram);
        if (text.Length > messageBytes)
        {
            ChatProtocol.WriteTooLong(line, text.Length, messageBytes);
            return Answer.Refuse(DropReason.TooLong);
        }

        ChatProtocol.WriteAck(line, text, from);
        return Answer.Broadcast;
    }
}
