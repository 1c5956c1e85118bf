using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>A listener whose sockets are bound, and from now on the hub's: it closes them when it stops.</summary>
/// <remarks>
/// Sockets are bound before actors start, so that the operator hears of a port that is taken before the hub says that it is ready.
/// </remarks>
/// <param name="Options">What the operator chose.</param>
/// <param name="Sockets">All on the same port, at least one.</param>
public sealed record BoundListener(ListenerOptions Options, IReadOnlyList<IDatagramSocket> Sockets) : IDisposable
{
    /// <summary>A listener of one socket.</summary>
    public BoundListener(ListenerOptions options, IDatagramSocket socket)
        : this(options, [socket])
    {
    }

    /// <summary>Where all of them are bound, with the real port when 0 was asked for.</summary>
    public EndpointKey LocalEndpoint => Sockets[0].LocalEndpoint;

    /// <summary>Closes the sockets.</summary>
    public void Dispose()
    {
        foreach (var socket in Sockets)
        {
            socket.Dispose();
        }
    }
}
