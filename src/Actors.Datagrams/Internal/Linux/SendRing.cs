using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>The messages of one <c>sendmmsg</c>: many addresses, and one buffer that all of them share.</summary>
internal sealed unsafe class SendRing
{
    /// <summary>The most that one call takes (UIO_MAXIOV; the rest of a longer list would be ignored).</summary>
    public const int Slots = 1_024;

    private const int AddressBytes = 32; // sockaddr_in6, 28, rounded up

    // On the pinned heap: they never move, and live as long as a send may still use them.
    private readonly MessageHeader[] _headers = GC.AllocateArray<MessageHeader>(Slots, pinned: true);
    private readonly LinuxCalls.Buffer[] _buffer = GC.AllocateArray<LinuxCalls.Buffer>(1, pinned: true);
    private readonly byte[] _addresses = GC.AllocateArray<byte>(Slots * AddressBytes, pinned: true);
    private readonly int[] _origins = new int[Slots];
    private readonly bool _isIPv6;

    public SendRing(bool isIPv6)
    {
        _isIPv6 = isIPv6;
        for (var slot = 0; slot < Slots; slot++)
        {
            var address = _addresses.AsSpan(slot * AddressBytes, AddressBytes);
            _headers[slot] = new MessageHeader
            {
                Address = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(address)),
                AddressLength = (uint)LinuxAddress.Prepare(address, isIPv6),
                Buffers = (LinuxCalls.Buffer*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_buffer)),
                BufferCount = 1,
            };
        }
    }

    /// <summary>How many messages are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Empties it, for a payload that stays where it is until all is sent.</summary>
    public void Start(byte* payload, int length)
    {
        Count = 0;
        _buffer[0] = new LinuxCalls.Buffer { Start = payload, Length = (nuint)length };
    }

    /// <summary>Adds a destination of the socket's own family, and remembers which of the caller's it is.</summary>
    public void Add(in EndpointKey to, int origin)
    {
        _origins[Count] = origin;
        LinuxAddress.Write(to, _addresses.AsSpan(Count * AddressBytes, AddressBytes), _isIPv6);
        Count++;
    }

    /// <summary>Which of the caller's destinations a message is for.</summary>
    public int Origin(int slot) => _origins[slot];

    /// <summary>Makes room for the next destinations, when those in it were sent.</summary>
    public void Clear() => Count = 0;

    /// <summary>The header of a message, for the system call.</summary>
    public MessageHeader* Header(int slot) => (MessageHeader*)Unsafe.AsPointer(ref _headers[slot]);
}
