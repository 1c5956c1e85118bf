using Actors.Client.Network;
using Actors.Client.Terminal;

namespace Actors.Client;

/// <summary>One run of one command: the services, and what its global options made of them.</summary>
internal sealed class ClientSession(ClientServices services, bool json, IDatagramTap? tap = null)
{
    public Output Output { get; } = new(services.Terminal, json);

    public TimeProvider Time => services.Time;

    public Random Random => services.Random;

    public IDatagramTap? Tap => tap;

    /// <summary>Resolves the peer's name and opens a socket towards it.</summary>
    /// <exception cref="ClientFault">The name does not resolve, or there is no way there.</exception>
    public async Task<UdpPeer> OpenAsync(PeerAddress peer, bool connected, CancellationToken stop)
    {
        var remote = await Resolver.FirstAsync(peer, stop).ConfigureAwait(false);
        return UdpPeer.Open(remote, connected, Time, tap);
    }
}
