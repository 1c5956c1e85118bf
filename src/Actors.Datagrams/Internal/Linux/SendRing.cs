using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>
/// The messages of one <c>sendmmsg</c>, and for each what it stands for. It points to addresses and bytes, and holds neither.
/// </summary>
internal sealed unsafe class SendRing
{
    /// <summary>The most that one call takes (UIO_MAXIOV; the rest of a longer list would be ignored).</summary>
    public const int Slots = 1_024;

    // On the pinned heap: they never move, and live as long as a send may still use them.
    private readonly MessageHeader[] _headers = GC.AllocateArray<MessageHeader>(Slots, pinned: true);
    private readonly Message[] _messages = new Message[Slots];

    public SendRing(bool isIPv6)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            _headers[slot].AddressLength = (uint)LinuxAddress.Size(isIPv6);
            _headers[slot].BufferCount = 1;
        }
    }

    /// <summary>How many messages are in it.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == Slots;

    /// <summary>Adds a message of one datagram.</summary>
    /// <param name="address">The native address.</param>
    /// <param name="payload">Its bytes.</param>
    /// <param name="message">What it stands for.</param>
    public void Add(byte* address, LinuxCalls.Buffer* payload, Message message) => Add(address, payload, null, 0, message);

    /// <summary>Adds a message that the kernel cuts into several datagrams.</summary>
    /// <param name="address">The native address.</param>
    /// <param name="run">Their bytes, end to end.</param>
    /// <param name="control">Where to cut.</param>
    /// <param name="message">What it stands for.</param>
    public void Add(byte* address, LinuxCalls.Buffer* run, PayloadRuns.SegmentControl* control, Message message) =>
        Add(address, run, control, (nuint)sizeof(PayloadRuns.SegmentControl), message);

    /// <summary>What a message stands for.</summary>
    public Message this[int slot] => _messages[slot];

    /// <summary>The header of a message, for the system call.</summary>
    public MessageHeader* Header(int slot) => (MessageHeader*)Unsafe.AsPointer(ref _headers[slot]);

    /// <summary>Makes room for the next messages, when those in it were sent.</summary>
    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(byte* address, LinuxCalls.Buffer* bytes, void* control, nuint controlLength, Message message)
    {
        var slot = Count++;
        ref var header = ref _headers[slot];
        header.Address = address;
        header.Buffers = bytes;
        header.Control = (byte*)control;
        header.ControlLength = controlLength;
        _messages[slot] = message;
    }

    /// <summary>What a message stands for.</summary>
    /// <param name="Datagrams">How many datagrams it is.</param>
    /// <param name="Origin">Which of the caller's it is: the run, or the destination where there is but one payload.</param>
    public readonly record struct Message(int Datagrams, int Origin);
}
