using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services;

/// <summary>
/// The group chat: what one member says, every member hears (<see cref="ChatProtocol"/>). An endpoint has no state of its own in it.
/// </summary>
/// <param name="messageBytes">Longest message, in bytes without its final newline.</param>
public sealed class ChatService(int messageBytes) : IService, IConversation
{
    public Line? Farewell => ChatProtocol.Bye;

    /// <summary>Everything joins, but a word to leave.</summary>
    public Reception Meet(ReadOnlySpan<byte> first) =>
        ChatProtocol.Classify(first) == ChatWord.Quit ? Reception.Unwanted
        : ChatProtocol.EndsLine(first) ? Reception.Lines
        : Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from)
    {
        switch (ChatProtocol.Classify(datagram))
        {
            case ChatWord.Heartbeat:
                return Answer.Heartbeat;
            case ChatWord.Quit:
                return Answer.Leave;
            default:
                var text = ChatProtocol.Text(datagram);
                return text.Length > messageBytes
                    ? Answer.Refuse(DropReason.TooLong, ChatProtocol.TooLong(text.Length, messageBytes))
                    : Answer.Broadcast(ChatProtocol.Ack(text, from));
        }
    }
}
