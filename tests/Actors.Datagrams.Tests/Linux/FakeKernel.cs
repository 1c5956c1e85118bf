using Actors.Datagrams.Internal.Linux;
using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Tests.Linux;

/// <summary>A kernel that refuses what a test says, and keeps what it takes as the receivers would see it.</summary>
/// <param name="isIPv6">The family of the addresses.</param>
/// <param name="refuse">Asked for every message that comes first, with its destination, its length, and its segment's length or 0.</param>
internal sealed unsafe class FakeKernel(bool isIPv6, Func<EndpointKey, int, int, SendRefusal> refuse) : IMessageSender
{
    /// <summary>What each destination got.</summary>
    public Dictionary<EndpointKey, List<byte[]>> Received { get; } = [];

    /// <summary>How many calls were made.</summary>
    public int Calls { get; private set; }

    /// <summary>How many messages were shown to it that it did not take.</summary>
    public int Refusals { get; private set; }

    /// <summary>How many messages one call takes at most.</summary>
    public int Most { get; set; } = int.MaxValue;

    /// <summary>How often waiting for room helps.</summary>
    public int Patience { get; set; }

    public int Send(MessageHeader* messages, int count, out SendRefusal refusal)
    {
        Calls++;
        refusal = SendRefusal.None;
        for (var i = 0; i < count; i++)
        {
            if (i == Most)
            {
                return i;
            }

            var segment = messages[i].Control is null ? 0 : Segment(messages[i]);
            var address = new ReadOnlySpan<byte>(messages[i].Address, (int)messages[i].AddressLength);
            var to = LinuxAddress.Read(address, isIPv6);
            var bytes = new ReadOnlySpan<byte>(messages[i].Buffers->Start, (int)messages[i].Buffers->Length);
            var why = refuse(to, bytes.Length, segment);
            if (why != SendRefusal.None)
            {
                refusal = i == 0 ? why : SendRefusal.None;
                Refusals += i == 0 ? 1 : 0;
                return i;
            }

            Deliver(to, bytes, segment);
        }

        return count;
    }

    public bool WaitForRoom(ref TimeSpan budget) => Patience-- > 0;

    private void Deliver(EndpointKey to, ReadOnlySpan<byte> bytes, int segment)
    {
        if (!Received.TryGetValue(to, out var received))
        {
            Received[to] = received = [];
        }

        while (segment > 0 && bytes.Length > segment)
        {
            received.Add(bytes[..segment].ToArray());
            bytes = bytes[segment..];
        }

        received.Add(bytes.ToArray());
    }

    /// <summary>Reads the control message as cmsg(3) lays it out, and holds it to that.</summary>
    private static int Segment(in MessageHeader message)
    {
        Assert.Equal(24u, message.ControlLength);
        Assert.Equal((18L, 17, 103), (*(long*)message.Control, *(int*)(message.Control + 8), *(int*)(message.Control + 12)));
        return *(ushort*)(message.Control + 16);
    }
}
