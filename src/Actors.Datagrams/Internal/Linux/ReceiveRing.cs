using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>
/// The slots that one <c>recvmmsg</c> fills. In each the longest datagram fits, so that none is cut; from there it is copied into a lease
/// of its size. The copy of a small datagram is a few nanoseconds beside the kernel's microsecond, and it spares the socket from holding
/// leases for datagrams that may never come. Memory: 4.2 MB of address space, of which the kernel only ever touches the pages that
/// datagrams reached; not of the managed heap, where so large an array provokes a collection of all generations.
/// </summary>
internal sealed unsafe class ReceiveRing
{
    /// <summary>Datagrams per system call: beyond 64 the call's own cost is below 1% of what they cost together.</summary>
    public const int Slots = 64;

    // 65,535 rounded up, and three cache lines more: a stride of a power of two would put the heads of all slots into the same few cache
    // sets.
    private const int SlotBytes = 65_536 + 192;
    private const int AddressBytes = 32; // sockaddr_in6, 28, rounded up

    // On the pinned heap, or on none: they never move, and live as long as a receive may use them, whoever closes the socket meanwhile.
    private readonly MessageHeader[] _headers = GC.AllocateArray<MessageHeader>(Slots, pinned: true);
    private readonly LinuxCalls.Buffer[] _buffers = GC.AllocateArray<LinuxCalls.Buffer>(Slots, pinned: true);
    private readonly byte[] _addresses = GC.AllocateArray<byte>(Slots * AddressBytes, pinned: true);
    private readonly byte* _payloads;
    private readonly int _slotBytes;

    /// <summary>Makes the slots.</summary>
    /// <param name="slotBytes">What fits into one; less than the longest datagram in tests only.</param>
    public ReceiveRing(int slotBytes = SlotBytes)
    {
        _slotBytes = slotBytes;
        _payloads = (byte*)NativeMemory.Alloc(Slots, (nuint)slotBytes);
        for (var slot = 0; slot < Slots; slot++)
        {
            _buffers[slot] = new LinuxCalls.Buffer { Start = _payloads + (slot * slotBytes), Length = (nuint)slotBytes };
            _headers[slot] = new MessageHeader
            {
                Address = (byte*)Unsafe.AsPointer(ref _addresses[slot * AddressBytes]),
                AddressLength = AddressBytes,
                Buffers = (LinuxCalls.Buffer*)Unsafe.AsPointer(ref _buffers[slot]),
                BufferCount = 1,
            };
        }
    }

    ~ReceiveRing() => NativeMemory.Free(_payloads);

    /// <summary>The first of the headers, for the system call.</summary>
    public MessageHeader* Headers => (MessageHeader*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_headers));

    /// <summary>Room for the leases into which the slots are copied.</summary>
    public ReceivedDatagram?[] Leases { get; } = new ReceivedDatagram?[Slots];

    /// <summary>The payload that a slot received; valid until the next call, and no longer than this ring is used.</summary>
    public ReadOnlySpan<byte> Payload(int slot) => new(_payloads + (slot * _slotBytes), (int)_headers[slot].Length);

    /// <summary>Whether the datagram was longer than the slot, and its end is lost.</summary>
    public bool IsCut(int slot) => (_headers[slot].Flags & MsgTruncated) != 0;

    /// <summary>The source that the kernel wrote; empty when there was none, as when the socket was shut.</summary>
    public ReadOnlySpan<byte> Source(int slot) => _addresses.AsSpan(slot * AddressBytes, (int)_headers[slot].AddressLength);

    /// <summary>Makes slots ready again; the kernel shortened their address lengths.</summary>
    public void Reset(int count)
    {
        for (var slot = 0; slot < count; slot++)
        {
            _headers[slot].AddressLength = AddressBytes;
        }
    }
}
