using Actors.Datagrams;

namespace Actors.Hub.Services;

/// <summary>
/// What a listener does with its endpoints' datagrams. One instance serves a listener; it is called from its room and from many clients
/// at once, so it holds nothing that changes: what an endpoint has of its own lives in its <see cref="IConversation"/>.
/// </summary>
public interface IService
{
    /// <summary>What every member hears when the hub stops; empty for nothing.</summary>
    ReadOnlySpan<byte> Farewell { get; }

    /// <summary>
    /// Whether the rooms of one name hear each other, where the hub has a backplane: on its other listeners, and on other nodes. Only
    /// lines to every member (<see cref="Answer.Broadcast"/>) are heard so.
    /// </summary>
    bool IsShared => false;

    /// <summary>Decides about an endpoint that is not a member, by its datagram, which is afterwards heard like any other.</summary>
    Reception Meet(ReadOnlySpan<byte> first);

    /// <summary>Begins with a new member, or again with one whose conversation threw. One without state may be shared by all.</summary>
    IConversation Open(EndpointKey peer);
}
