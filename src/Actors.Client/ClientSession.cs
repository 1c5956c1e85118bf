using Actors.Client.Network;
using Actors.Client.Terminal;

namespace Actors.Client;

/// <summary>One run of one command: the services, and what its global options made of them.</summary>
internal sealed class ClientSession : IDisposable
{
    private readonly ClientServices _services;
    private CaptureTap? _capture;

    public ClientSession(ClientServices services, bool json)
    {
        _services = services;
        Output = new Output(services.Terminal, json);
    }

    public Output Output { get; }

    public TimeProvider Time => _services.Time;

    public Random Random => _services.Random;

    /// <summary>Sees every datagram; null where nothing is captured.</summary>
    public IDatagramTap? Tap => _capture;

    /// <summary>Captures from now on.</summary>
    /// <exception cref="ClientFault">The file cannot be opened.</exception>
    public void Capture(string path) => _capture = new CaptureTap(path, Time, fault => Output.Note(fault));

    /// <summary>Resolves the peer's name and opens a socket towards it.</summary>
    /// <exception cref="ClientFault">The name does not resolve, or there is no way there.</exception>
    public async Task<UdpPeer> OpenAsync(PeerAddress peer, bool connected, CancellationToken stop)
    {
        var remote = await Resolver.FirstAsync(peer, stop).ConfigureAwait(false);
        return UdpPeer.Open(remote, connected, Time, Tap);
    }

    public void Dispose()
    {
        Output.Prompt.Hide();
        _capture?.Dispose();
    }
}
