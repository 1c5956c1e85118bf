using System.Net.Sockets;
using Actors.Datagrams;

namespace Actors.Client.Network;

/// <summary>What a socket's error means to who reads it, and whose doing it is.</summary>
internal static class SocketFaults
{
    /// <summary>The payload of the largest datagram: 65,535 less the IPv4 header (20) and the UDP header (8), RFC 768 and 791.</summary>
    public const int LargestPayload = 65_507;

    /// <summary>ICMP's "port unreachable", as a connected socket hears it (Windows calls it a reset).</summary>
    public static bool IsRefusal(SocketError error) => error is SocketError.ConnectionRefused or SocketError.ConnectionReset;

    public static ClientFault Of(SocketError error, EndpointKey peer, int length) => error switch
    {
        SocketError.ConnectionRefused or SocketError.ConnectionReset => new(ExitCode.Peer, $"connection refused: nobody listens on {peer}"),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown =>
            new(ExitCode.Peer, $"unreachable: no route to {peer}"),
        SocketError.MessageSize =>
            new(ExitCode.Usage, $"too long: {length} bytes, and a datagram to {peer} carries at most {LargestPayload}"),
        SocketError.AccessDenied => new(ExitCode.System, $"not permitted: this machine refuses to send to {peer}"),
        _ => new(ExitCode.System, $"cannot send to {peer}: {error}"),
    };

    /// <summary>A local port that cannot be had.</summary>
    public static ClientFault OfBinding(SocketError error, EndpointKey local) => new(ExitCode.System, error switch
    {
        SocketError.AddressAlreadyInUse => $"port taken: another program listens on {local}; choose another port, or 0 for a free one",
        SocketError.AddressNotAvailable => $"not our address: {local.Address} belongs to no interface of this machine",
        SocketError.AccessDenied => $"not permitted: ports below 1024 need a privileged user ({local})",
        _ => $"cannot listen on {local}: {error}",
    });
}
