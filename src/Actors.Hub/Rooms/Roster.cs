using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Rooms;

/// <summary>
/// Members by their endpoints; one for each endpoint. A member costs 20 bytes here, its place in a set, since its key is its own.
/// </summary>
internal sealed class Roster : IReadOnlyCollection<Member>
{
    private readonly HashSet<Member> _members;
    private readonly HashSet<Member>.AlternateLookup<EndpointKey> _byEndpoint;

    /// <summary>An empty one.</summary>
    /// <param name="capacity">
    /// For how many members at first. A table doubles when it is full, which takes tens of milliseconds at a million members; so those of
    /// one room begin with different sizes (the engine's with 3 and 11), and never double all at once.
    /// </param>
    public Roster(int capacity)
    {
        _members = new HashSet<Member>(capacity, ByEndpoint.Instance);
        _byEndpoint = _members.GetAlternateLookup<EndpointKey>();
    }

    public int Count => _members.Count;

    public bool Contains(EndpointKey endpoint) => _byEndpoint.Contains(endpoint);

    public bool TryGet(EndpointKey endpoint, [NotNullWhen(true)] out Member? member) => _byEndpoint.TryGetValue(endpoint, out member);

    /// <summary>Adds a member, in place of its endpoint's earlier one if there is one.</summary>
    public void Set(Member member)
    {
        _byEndpoint.Remove(member.Endpoint);
        _members.Add(member);
    }

    public bool Remove(EndpointKey endpoint) => _byEndpoint.Remove(endpoint);

    /// <summary>Takes the endpoint out, if it is this client that serves it, and no earlier or later one.</summary>
    public bool Remove(EndpointKey endpoint, IActorRef client, [NotNullWhen(true)] out Member? member) =>
        TryGet(endpoint, out member) && member.Client.Equals(client) && Remove(endpoint);

    public void Clear() => _members.Clear();

    public IEnumerator<Member> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class ByEndpoint : IEqualityComparer<Member>, IAlternateEqualityComparer<EndpointKey, Member>
    {
        public static readonly ByEndpoint Instance = new();

        public bool Equals(Member? one, Member? other) => one?.Endpoint == other?.Endpoint;

        public int GetHashCode(Member member) => member.Endpoint.GetHashCode();

        public bool Equals(EndpointKey endpoint, Member member) => endpoint == member.Endpoint;

        public int GetHashCode(EndpointKey endpoint) => endpoint.GetHashCode();

        public Member Create(EndpointKey endpoint) => throw new NotSupportedException("An endpoint alone is no member.");
    }
}
