using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>What one may ask the <see cref="HubActor"/>; each query names its answer.</summary>
public static class HubQueries
{
    /// <summary>Every member of every room. Answer: <see cref="ClientsReport"/>.</summary>
    public sealed record GetClients
    {
        public static readonly GetClients Instance = new();
    }

    /// <summary>Every listener's room. Answer: <see cref="RoomsReport"/>.</summary>
    public sealed record GetRooms
    {
        public static readonly GetRooms Instance = new();
    }

    /// <summary>Every endpoint in quarantine. Answer: <see cref="QuarantineReport"/>.</summary>
    public sealed record GetQuarantine
    {
        public static readonly GetQuarantine Instance = new();
    }

    /// <summary>Takes an endpoint out of quarantine, at every listener. Answer: <see cref="Pardoned"/>.</summary>
    public sealed record Pardon(EndpointKey Endpoint);

    /// <summary>
    /// Says Bye! to every member of every chat room, and lets nobody in from then on.
    /// Answer: <see cref="ByeSaid"/>, once the system has taken every datagram of it.
    /// </summary>
    public sealed record SayBye
    {
        public static readonly SayBye Instance = new();
    }
}
