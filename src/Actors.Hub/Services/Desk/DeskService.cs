using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services.Desk;

/// <summary>
/// One-to-one with the operator: each datagram is a message to the operator's console, and what the operator answers comes back. Who first
/// sends a line hears lines, as in the chat: a person at <c>nc</c> reads them. A heartbeat is no message.
/// </summary>
/// <param name="messageBytes">Longest message, in bytes without its final newline.</param>
public sealed class DeskService(int messageBytes) : IService, IConversation
{
    public ReadOnlySpan<byte> Farewell => [];

    public Reception Meet(ReadOnlySpan<byte> first) => ChatProtocol.EndsLine(first) ? Reception.Lines : Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public bool IsHeartbeat(ReadOnlySpan<byte> datagram) => ChatProtocol.Classify(datagram) == ChatWord.Heartbeat;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line)
    {
        var text = ChatProtocol.Text(datagram);
        if (text.Length > messageBytes)
        {
            ChatProtocol.WriteTooLong(line, text.Length, messageBytes);
            return Answer.Refuse(DropReason.TooLong);
        }

        line.Append(text);
        return Answer.TellOperator;
    }
}
