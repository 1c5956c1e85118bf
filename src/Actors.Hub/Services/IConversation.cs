using Actors.Datagrams;

namespace Actors.Hub.Services;

/// <summary>
/// One endpoint's talk with a service. It is called for one datagram at a time, in their order, so its fields are safe. What it throws
/// costs that datagram and the conversation, which is opened anew; the fifth time within a minute puts the endpoint in quarantine.
/// </summary>
public interface IConversation
{
    /// <summary>Hears a datagram, and says what is to be done. The bytes are the hub's again when it returns.</summary>
    Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from);
}
