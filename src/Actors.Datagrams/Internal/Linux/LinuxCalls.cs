using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>
/// The system calls that the base class library lacks (dotnet/runtime issue 101036), by way of the C library; and what goes with them.
/// Layouts are those of 64-bit Linux, the same on x64 and arm64: recvmmsg(2), sendmmsg(2).
/// </summary>
internal static unsafe partial class LinuxCalls
{
    /// <summary>Return at once when nothing is there, or no room is.</summary>
    public const int MsgDontWait = 0x40;

    /// <summary>In a header after a receive: the datagram was longer than its buffer.</summary>
    public const int MsgTruncated = 0x20;

    /// <summary>Wait for the first message only, and then take what is there.</summary>
    public const int MsgWaitForOne = 0x10000;

    [LibraryImport("libc", EntryPoint = "recvmmsg", SetLastError = true)]
    public static partial int ReceiveMany(SafeSocketHandle socket, MessageHeader* messages, uint count, int flags, void* timeout);

    [LibraryImport("libc", EntryPoint = "sendmmsg", SetLastError = true)]
    public static partial int SendMany(SafeSocketHandle socket, MessageHeader* messages, uint count, int flags);

    [LibraryImport("libc", EntryPoint = "sendto", SetLastError = true)]
    public static partial nint SendOne(SafeSocketHandle socket, byte* payload, nuint length, int flags, void* address, uint addressLength);

    /// <summary>Whether both calls are there and allowed: an old kernel, a sandbox or another C library may say no.</summary>
    public static bool Work(SafeSocketHandle socket)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
        {
            return false;
        }

        try
        {
            var message = default(MessageHeader);
            return ReceiveMany(socket, &message, 0, MsgDontWait, null) == 0 && SendMany(socket, &message, 0, MsgDontWait) == 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary><c>struct iovec</c>, 16 bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Buffer
    {
        public byte* Start;
        public nuint Length;
    }

    /// <summary><c>struct mmsghdr</c>: a <c>struct msghdr</c> of 56 bytes and the length received or sent; 64 bytes.</summary>
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
}
