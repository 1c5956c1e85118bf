using System.Diagnostics.CodeAnalysis;
using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Rooms;

/// <summary>
/// Which actor serves which endpoint of a room: an endpoint has one client that serves it, and may have others that still leave. Like the
/// <see cref="RoomState"/> it outlives a restart of the <see cref="RoomActor"/>.
/// </summary>
internal sealed class Roster
{
    private readonly Dictionary<EndpointKey, IActorRef> _serving = [];
    private readonly Dictionary<IActorRef, EndpointKey> _living = [];

    /// <summary>The wire that the members are on; nobody until it has attached itself.</summary>
    public IActorRef Socket { get; set; } = ActorRefs.Nobody;

    /// <summary>The clients that serve an endpoint now.</summary>
    public IReadOnlyCollection<IActorRef> Serving => _serving.Values;

    public void Add(EndpointKey endpoint, IActorRef client)
    {
        _serving.Add(endpoint, client);
        _living.Add(client, endpoint);
    }

    public bool TryGetClient(EndpointKey endpoint, [NotNullWhen(true)] out IActorRef? client) => _serving.TryGetValue(endpoint, out client);

    public bool IsServedBy(EndpointKey endpoint, IActorRef client) =>
        _serving.TryGetValue(endpoint, out var serving) && serving.Equals(client);

    /// <summary>The endpoint is served by nobody from now on; its client is remembered until it has stopped.</summary>
    public void Leave(EndpointKey endpoint) => _serving.Remove(endpoint);

    /// <summary>Forgets a client that has stopped.</summary>
    /// <param name="client">The client.</param>
    /// <param name="endpoint">Whose it was.</param>
    /// <param name="served">Whether it served the endpoint to the last: nobody had left.</param>
    /// <returns>False for one that was never added.</returns>
    public bool Forget(IActorRef client, out EndpointKey endpoint, out bool served)
    {
        served = false;
        if (!_living.Remove(client, out endpoint))
        {
            return false;
        }

        served = IsServedBy(endpoint, client) && _serving.Remove(endpoint);
        return true;
    }
}
