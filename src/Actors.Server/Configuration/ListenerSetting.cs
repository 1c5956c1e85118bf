using System.Net;
using Actors.Datagrams;
using Actors.Hub;

namespace Actors.Server.Configuration;

/// <summary>One listener as configured, disabled ones too.</summary>
/// <param name="Where">Where the configuration first names it, for messages.</param>
internal sealed record ListenerSetting(
    string Name, string Where, bool Enabled, IPAddress Host, int Port, string Service, RoomName Room, TimeSpan Interval)
{
    /// <summary>How many sockets share its port.</summary>
    public int Sockets { get; init; } = 1;

    /// <summary>What its service is told.</summary>
    public ServiceOptions ServiceOptions { get; init; } = ServiceOptions.Default;

    /// <summary>The socket's address.</summary>
    public EndpointKey Local => new(Host, Port);

    /// <summary>As the hub wants it.</summary>
    public ListenerOptions ToOptions() => new(Name, Local, Service, Room, Interval) { Sockets = Sockets, ServiceOptions = ServiceOptions };
}
