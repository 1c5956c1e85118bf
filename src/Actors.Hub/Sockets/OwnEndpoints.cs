using System.Net.Sockets;
using Actors.Datagrams;

namespace Actors.Hub.Sockets;

/// <summary>
/// The hub's own listeners, as sources of datagrams. Only a forged datagram has such a source: who admitted it would answer the hub itself,
/// and one datagram would go round for ever.
/// </summary>
internal sealed class OwnEndpoints(EndpointKey[] listeners)
{
    public bool Contains(EndpointKey source)
    {
        foreach (var listener in listeners)
        {
            if (source.Port == listener.Port && (source == listener || (listener.IsAny && IsOfThisMachine(source))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Asked of the system each time, by a bind that it refuses for others' addresses: interfaces come and go.</summary>
    private static bool IsOfThisMachine(EndpointKey endpoint)
    {
        var address = endpoint.ToIPEndPoint().Address;
        try
        {
            using var probe = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            probe.Bind(new System.Net.IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
