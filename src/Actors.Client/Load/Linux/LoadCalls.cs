using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Actors.Client.Load.Linux;

/// <summary>
/// The system calls by which one thread plays many members. Layouts are those of 64-bit Linux, the same on x64 and arm64: recvmmsg(2),
/// sendmmsg(2), ip(7), ppoll(2), epoll_wait(2).
/// </summary>
internal static unsafe partial class LoadCalls
{
    public const int MsgDontWait = 0x40;
    public const int MsgWaitForOne = 0x10000;
    public const short PollIn = 1;

    /// <summary>Level and option of IP_PKTINFO (ip(7)): which local address a datagram was sent to, or is to be sent from.</summary>
    public const int SolIp = 0;
    public const int IpPktInfo = 8;

    /// <summary>Level and option of SO_RCVBUFFORCE (socket(7)): beyond net.core.rmem_max, for the privileged.</summary>
    public const int SolSocket = 1;
    public const int SoRcvBufForce = 33;

    [LibraryImport("libc", EntryPoint = "recvmmsg", SetLastError = true)]
    public static partial int ReceiveMany(SafeSocketHandle socket, MessageHeader* messages, uint count, int flags, void* timeout);

    [LibraryImport("libc", EntryPoint = "sendmmsg", SetLastError = true)]
    public static partial int SendMany(SafeSocketHandle socket, MessageHeader* messages, uint count, int flags);

    [LibraryImport("libc", EntryPoint = "ppoll", SetLastError = true)]
    public static partial int Poll(PollEntry* entries, nuint count, TimeSpec* timeout, void* signals);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int EpollControl(int epoll, int operation, int descriptor, void* wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int EpollWait(int epoll, void* events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    public static partial int ReadClock(int clock, TimeSpec* time);

    /// <summary><c>struct timespec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;

        public static TimeSpec Of(long nanoseconds) =>
            new() { Seconds = nanoseconds / 1_000_000_000, Nanoseconds = nanoseconds % 1_000_000_000 };
    }

    /// <summary><c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Happened;
    }

    /// <summary><c>struct iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Buffer
    {
        public byte* Start;
        public nuint Length;
    }

    /// <summary><c>struct mmsghdr</c>: a <c>struct msghdr</c> of 56 bytes and the length received or sent.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 64)]
    public struct MessageHeader
    {
        [FieldOffset(0)]
        public byte* Address;

        [FieldOffset(8)]
        public uint AddressLength;

        [FieldOffset(16)]
        public Buffer* Buffers;

        [FieldOffset(24)]
        public nuint BufferCount;

        [FieldOffset(32)]
        public byte* Control;

        [FieldOffset(40)]
        public nuint ControlLength;

        [FieldOffset(48)]
        public int Flags;

        [FieldOffset(56)]
        public uint Length;
    }

    /// <summary><c>struct cmsghdr</c> with a <c>struct in_pktinfo</c>, addresses in network order: 28 bytes, and 4 of padding.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PacketInfo
    {
        /// <summary>CMSG_LEN: the header, 16, and what it heads, 12.</summary>
        public const int UsedBytes = 28;

        public nuint Length;
        public int Level;
        public int Type;
        public int Interface;
        public uint LocalAddress;
        public uint Destination;
        private readonly uint _padding;
    }

    /// <summary><c>struct sockaddr_in</c>; port and address in network order.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Address
    {
        public const ushort IPv4 = 2;

        public ushort Family;
        public ushort Port;
        public uint Host;
        private readonly ulong _padding;
    }
}
