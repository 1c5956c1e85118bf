namespace Actors.Datagrams.Internal.Linux;

/// <summary>The error numbers of Linux on x64 and arm64 (asm-generic/errno.h), and what they mean to a datagram socket.</summary>
internal static class Errno
{
    public const int Perm = 1;
    public const int Intr = 4;
    public const int BadFile = 9;
    public const int Again = 11;
    public const int NoMemory = 12;
    public const int Access = 13;
    public const int Fault = 14;
    public const int Invalid = 22;
    public const int NoSystemCall = 38;
    public const int NotSocket = 88;
    public const int DestinationRequired = 89;
    public const int MessageTooLong = 90;
    public const int FamilyNotSupported = 97;
    public const int AddressNotAvailable = 99;
    public const int NetworkDown = 100;
    public const int NetworkUnreachable = 101;
    public const int NoBuffers = 105;
    public const int ConnectionRefused = 111;
    public const int HostDown = 112;
    public const int HostUnreachable = 113;

    /// <summary>Why a send was refused.</summary>
    public static SendRefusal Refusal(int error) => error switch
    {
        Again => SendRefusal.WouldBlock,
        NoBuffers or NoMemory => SendRefusal.NoBuffers,
        MessageTooLong => SendRefusal.TooLong,
        NetworkUnreachable or HostUnreachable or NetworkDown or HostDown or ConnectionRefused => SendRefusal.Unreachable,
        Invalid or AddressNotAvailable or FamilyNotSupported or DestinationRequired => SendRefusal.InvalidDestination,
        Access or Perm => SendRefusal.Denied,
        _ => SendRefusal.Other,
    };

    /// <summary>
    /// Whether a receive's error is of this program or machine, and may stay; any other is an ICMP error, told once, about some peer.
    /// </summary>
    public static bool IsOurs(int error) =>
        error is BadFile or NoMemory or Fault or Invalid or NoSystemCall or NotSocket or NoBuffers or Perm or Access;
}
