using System.Net.Sockets;

namespace Actors.Datagrams.Internal;

/// <summary>What the base class library's socket errors mean to a datagram socket.</summary>
internal static class SocketErrors
{
    /// <summary>Why a send was refused.</summary>
    public static SendRefusal Refusal(SocketError error) => error switch
    {
        SocketError.WouldBlock => SendRefusal.WouldBlock,
        SocketError.NoBufferSpaceAvailable => SendRefusal.NoBuffers,
        SocketError.MessageSize => SendRefusal.TooLong,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown
            or SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.NetworkReset => SendRefusal.Unreachable,
        SocketError.InvalidArgument or SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported
            or SocketError.DestinationAddressRequired or SocketError.Fault => SendRefusal.InvalidDestination, // Fault: Winsock, port 0
        SocketError.AccessDenied => SendRefusal.Denied,
        _ => SendRefusal.Other,
    };

    /// <summary>Whether a receive's error is an ICMP error, told once, about some peer; any other is of this program or machine.</summary>
    public static bool IsIcmp(SocketError error) => error is SocketError.ConnectionReset or SocketError.ConnectionRefused
        or SocketError.NetworkReset or SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown
        or SocketError.HostDown or SocketError.MessageSize or SocketError.ProtocolOption or SocketError.ProtocolNotSupported
        or SocketError.OperationNotSupported or SocketError.TimedOut;
}
