using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>One UDP port and what is behind it (<c>hub.listeners.NAME</c>).</summary>
/// <param name="Name">The listener's name in the configuration, unique in the hub: letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Local">Address and port to bind; port 0 takes a free one.</param>
/// <param name="Service">What answers there: a name that <see cref="Services.ServiceRegistry"/> knows, such as <c>chat</c>.</param>
/// <param name="Room">The room that its endpoints join.</param>
/// <param name="Interval">How often a member beats at least; it is evicted <see cref="HubOptions.Grace"/> after that.</param>
public sealed record ListenerOptions(string Name, EndpointKey Local, string Service, RoomName Room, TimeSpan Interval)
{
    /// <summary>Largest <see cref="Sockets"/>.</summary>
    public const int MaxSockets = 64;

    /// <summary>
    /// How many sockets share the port, each with a thread and an actor of its own; the kernel gives an endpoint's datagrams to one of
    /// them. They parallelise receiving, not sending, which one of them does. 1 to <see cref="MaxSockets"/>.
    /// </summary>
    public int Sockets
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxSockets);
            field = value;
        }
    } = 1;

    /// <summary>What its service is told.</summary>
    public ServiceOptions ServiceOptions { get; init; } = ServiceOptions.Default;
}
