using System.Net.Sockets;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Server.Configuration;

namespace Actors.Server.Hosting;

/// <summary>Binds every listener's socket before any actor starts: all of them, or none.</summary>
internal static class ListenerBinder
{
    /// <summary>Binds them.</summary>
    /// <param name="listeners">Which.</param>
    /// <param name="bind">How a socket is bound; <see cref="DatagramSocket.Bind"/> unless a test says otherwise.</param>
    /// <returns>The listeners, or the fault of the first that the system refuses; nothing is left open then.</returns>
    public static (IReadOnlyList<BoundListener> Bound, OperatorFault? Fault) Bind(
        IEnumerable<ListenerSetting> listeners, Func<EndpointKey, DatagramSocketOptions?, IDatagramSocket>? bind = null)
    {
        bind ??= DatagramSocket.Bind;
        var all = listeners.ToList();
        var bound = new List<BoundListener>();
        foreach (var listener in all)
        {
            try
            {
                bound.Add(new BoundListener(listener.ToOptions(), Open(listener, bind)));
            }
            catch (Exception refusal) when (refusal is SocketException or PlatformNotSupportedException)
            {
                foreach (var open in bound)
                    open.Dispose();
                return ([], refusal is SocketException system ? Fault(listener, system, OtherPort(listener.Port, all)) : SharesNoPort(listener));
            }
        }

        return (bound, null);
    }

    private static IReadOnlyList<IDatagramSocket> Open(
        ListenerSetting listener, Func<EndpointKey, DatagramSocketOptions?, IDatagramSocket> bind)
    {
        if (listener.Sockets == 1)
            return [bind(listener.Local, null)];

        // The system lets two hubs of one user share such a port too: so it is taken alone first, which it refuses if another has it.
        EndpointKey local;
        using (var alone = bind(listener.Local, null))
            local = alone.LocalEndpoint;

        var sockets = new List<IDatagramSocket>();
        try
        {
            while (sockets.Count < listener.Sockets)
                sockets.Add(bind(local, new DatagramSocketOptions { ReusePort = true }));
            return sockets;
        }
        catch
        {
            foreach (var open in sockets)
                open.Dispose();
            throw;
        }
    }

    private static OperatorFault SharesNoPort(ListenerSetting listener)
    {
        var key = HubKeys.ListenerSockets.At(listener.Name);
        return new OperatorFault(
            key,
            $"{listener.Sockets} sockets would share a port, which this system does not let them",
            $"write {key} = 1",
            ExitCodes.SystemRefused);
    }

    private static OperatorFault Fault(ListenerSetting listener, SocketException refusal, int otherPort)
    {
        var port = HubKeys.ListenerPort.At(listener.Name);
        var host = HubKeys.ListenerHost.At(listener.Name);
        var (what, mend) = refusal.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse =>
                ("is taken by another program",
                    $"end that one, or choose another port, say --set {port}={otherPort} (0 takes a free one)"),
            SocketError.AddressNotAvailable =>
                ("is not an address of this machine", $"choose another host, say --set {host}=127.0.0.1 (ip address lists this machine's)"),
            SocketError.AccessDenied =>
                ("is not this user's to open", $"choose a port from 1024 on, say --set {port}={otherPort}"),
            SocketError.AddressFamilyNotSupported =>
                ("is of a family that this system has turned off", $"choose another host, say --set {host}=127.0.0.1"),
            _ => ($"was refused by the system: {refusal.Message}", $"choose another host or port, say --set {host}=127.0.0.1"),
        };
        var isDefault = listener.Where == $"{HubKeys.Listeners}.{listener.Name}";
        var where = isDefault ? "" : $" ({listener.Where})";
        return new OperatorFault($"listener {listener.Name}{where}", $"udp {listener.Local} {what}", mend, ExitCodes.SystemRefused);
    }

    /// <summary>A port that is likely free and needs no rights: the next that no listener has; for low ones, from 9999 on.</summary>
    private static int OtherPort(int port, List<ListenerSetting> listeners)
    {
        var other = port is < 1024 or > 65_000 ? 9999 : port + 1;
        while (listeners.Exists(l => l.Port == other))
            other++;
        return other;
    }
}
