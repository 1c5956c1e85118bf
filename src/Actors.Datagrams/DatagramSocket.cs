using System.Net.Sockets;
using Actors.Datagrams.Internal;
using Actors.Datagrams.Internal.Linux;

namespace Actors.Datagrams;

/// <summary>Opens datagram sockets.</summary>
public static class DatagramSocket
{
    /// <summary>
    /// Binds a UDP socket. The address <c>::</c> hears IPv4 too (dual mode), where its peers appear with their IPv4 addresses; any other
    /// address hears its own family.
    /// </summary>
    /// <param name="local">Where; port 0 takes a free one.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <exception cref="SocketException">The system refuses: <see cref="SocketError.AddressAlreadyInUse"/>,
    /// <see cref="SocketError.AddressNotAvailable"/> (not an address of this machine), <see cref="SocketError.AccessDenied"/>.</exception>
    /// <exception cref="PlatformNotSupportedException">The path, or the shared port, that the options ask for does not work
    /// here.</exception>
    public static IDatagramSocket Bind(EndpointKey local, DatagramSocketOptions? options = null)
    {
        options ??= new DatagramSocketOptions();
        if (options.ReusePort && (options.Path == DatagramPath.Portable || !OperatingSystem.IsLinux()))
        {
            throw new PlatformNotSupportedException(
                "Several sockets on one port (ReusePort) need Linux and its batched path: bind one socket a port, without ReusePort.");
        }

        var socket = BoundSocket.Open(local, options);
        try
        {
            return options.Path switch
            {
                DatagramPath.Automatic when LinuxCalls.Work(socket.Socket.SafeHandle) => new LinuxDatagramSocket(socket),
                DatagramPath.LinuxBatched when LinuxCalls.Work(socket.Socket.SafeHandle) => new LinuxDatagramSocket(socket),
                DatagramPath.Automatic or DatagramPath.Portable => new PortableDatagramSocket(socket),
                var path => throw new PlatformNotSupportedException($"The datagram path {path} does not work on this system."),
            };
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
