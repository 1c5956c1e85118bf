using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services;

/// <summary>
/// One endpoint's talk with a service. It is called for one datagram at a time, in their order, so its fields are safe. What it throws
/// costs that datagram and the conversation, which is opened anew; the fifth time within a minute puts the endpoint in quarantine.
/// </summary>
public interface IConversation
{
    /// <summary>
    /// Whether a datagram says no more than that its sender is there, which every datagram says; <see cref="Hear"/> is not asked about it then.
    /// None does unless a service says so.
    /// </summary>
    /// <param name="datagram">The bytes; the hub's again when this returns.</param>
    bool IsHeartbeat(ReadOnlySpan<byte> datagram) => false;

    /// <summary>Hears a datagram, writes a line if there is one to send, and says what is to be done.</summary>
    /// <param name="datagram">The bytes; the hub's again when this returns.</param>
    /// <param name="from">Who sent it.</param>
    /// <param name="line">Where the answer is written, empty; the hub's again when this returns. Not every answer has one.</param>
    Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line);
}
