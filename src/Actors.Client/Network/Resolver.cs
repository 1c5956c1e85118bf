using System.Net;
using System.Net.Sockets;
using Actors.Client.Text;

namespace Actors.Client.Network;

/// <summary>From a name to addresses; IPv4 first, because a hub listens on 127.0.0.1 unless told otherwise.</summary>
internal static class Resolver
{
    /// <summary>Every address of the host, the one to use first.</summary>
    /// <exception cref="ClientFault">There is none.</exception>
    public static async Task<IReadOnlyList<IPEndPoint>> AllAsync(PeerAddress peer, CancellationToken stop)
    {
        if (IPAddress.TryParse(peer.Host, out var literal)) return [new IPEndPoint(Reachable(literal), peer.Port)];
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(peer.Host, stop).ConfigureAwait(false);
            IReadOnlyList<IPEndPoint> found =
            [
                .. addresses.Distinct()
                    .Where(address => address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
                    .OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)
                    .Select(address => new IPEndPoint(Reachable(address), peer.Port)),
            ];
            return found.Count > 0 ? found : throw Unknown(peer);
        }
        catch (Exception fault) when (fault is SocketException or ArgumentException)
        {
            throw Unknown(peer);
        }
    }

    /// <summary>The address to use.</summary>
    /// <exception cref="ClientFault">There is none.</exception>
    public static async Task<IPEndPoint> FirstAsync(PeerAddress peer, CancellationToken stop) =>
        (await AllAsync(peer, stop).ConfigureAwait(false))[0];

    // "Any" is where one listens; what is sent there goes to the loopback, which is then where the answer comes from.
    private static IPAddress Reachable(IPAddress address) =>
        address.Equals(IPAddress.Any) ? IPAddress.Loopback
        : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address;

    private static ClientFault Unknown(PeerAddress peer) =>
        new(ExitCode.System, $"unknown host: {PeerText.Show(peer.Host)} does not resolve to an address");
}
