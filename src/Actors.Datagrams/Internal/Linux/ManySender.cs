using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>
/// Sends to many destinations, up to 1,024 messages per system call, without an allocation. What the kernel refuses is that destination's
/// matter alone; a run of payloads that it refuses to send as one leaves singly, at once, so that the order stays. One thread at a time.
/// </summary>
/// <param name="reach">Which destinations the socket can send to.</param>
/// <param name="mostBytesTogether">How many bytes may leave as one segmented send; 0 for none.</param>
/// <param name="kernel">Who sends.</param>
internal sealed unsafe class ManySender(Reach reach, int mostBytesTogether, IMessageSender kernel)
{
    private const int AddressBytes = 32; // sockaddr_in6, 28, rounded up

    private readonly SendRing _ring = new(reach.IsIPv6);
    private readonly PayloadRuns _runs = new(mostBytesTogether);
    private readonly SegmentLimits _limits = new(reach.IsIPv6);
    private byte[]? _addresses; // made when first needed

    /// <summary>Sends one payload to each; tells what became of each where there is a place for it.</summary>
    public SendOutcome Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, Span<SendRefusal> refusals)
    {
        refusals.Clear(); // all sent, until one is refused
        _ring.Clear(); // of what an exception left there
        var call = new Call { Refusals = refusals, Budget = BoundSocket.SendWaitOfCall };
        var addresses = _addresses ??= PrepareAddresses();
        fixed (byte* start = payload)
        {
            var bytes = new LinuxCalls.Buffer { Start = start, Length = (nuint)payload.Length };
            for (var place = 0; place < to.Length; place++)
            {
                if (!reach.Includes(to[place]))
                {
                    call.Refuse(SendRefusal.InvalidDestination, place);
                    continue;
                }

                if (_ring.IsFull)
                {
                    Flush(ref call);
                }

                var address = addresses.AsSpan(_ring.Count * AddressBytes, AddressBytes);
                LinuxAddress.Write(to[place], address, reach.IsIPv6);
                _ring.Add((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(address)), &bytes, new(1, place));
            }

            Flush(ref call);
        }

        return call.Outcome;
    }

    /// <summary>Sends every payload to each, all to one destination before the next one's first.</summary>
    public SendOutcome Send(PayloadBatch payloads, DestinationList to, int first, int count)
    {
        var part = to.Part(first, count);
        _ring.Clear(); // of what an exception left there
        var call = new Call { Budget = BoundSocket.SendWaitOfCall };
        var allSuit = to.AllSuit(reach);
        var addressBytes = LinuxAddress.Size(reach.IsIPv6);
        fixed (byte* bytes = payloads.EndToEnd)
        fixed (byte* addresses = to.NativeAddresses(reach.IsIPv6))
        {
            _runs.LayOut(payloads, bytes);
            var address = addresses + ((nint)first * addressBytes);
            for (var i = 0; i < part.Length; i++, address += addressBytes)
            {
                if (allSuit || reach.Includes(part[i]))
                {
                    AddRuns(address, ref call);
                }
                else
                {
                    call.Outcome.Summary.Add(SendRefusal.InvalidDestination, payloads.Count);
                }
            }

            Flush(ref call);
        }

        return call.Outcome;
    }

    private void AddRuns(byte* address, ref Call call)
    {
        var limit = _limits.Of(address);
        for (var run = 0; run < _runs.Count; run++)
        {
            ref readonly var together = ref _runs[run];
            if (together.Payloads == 1 || together.SegmentBytes >= limit)
            {
                for (var payload = together.First; payload < together.End; payload++)
                {
                    MakeRoom(ref call);
                    _ring.Add(address, _runs.Singly(payload), new(1, run));
                }
            }
            else
            {
                MakeRoom(ref call);
                _ring.Add(address, _runs.Together(run), _runs.Control(run), new(together.Payloads, run));
            }
        }
    }

    private void MakeRoom(ref Call call)
    {
        if (_ring.IsFull)
        {
            Flush(ref call);
        }
    }

    /// <summary>
    /// Sends what is in the ring. The kernel stops at a message that it refuses, and says why only when that one comes first: deal with it,
    /// go on.
    /// </summary>
    private void Flush(ref Call call)
    {
        var at = 0;
        while (at < _ring.Count)
        {
            var sent = kernel.Send(_ring.Header(at), _ring.Count - at, out var refusal);
            for (var end = at + sent; at < end; at++)
            {
                call.Took(_ring[at].Datagrams);
            }

            if (sent == 0 && !ShallRetry(refusal, ref call))
            {
                Refused(at++, refusal, ref call);
            }
        }

        _ring.Clear();
    }

    private void Refused(int slot, SendRefusal refusal, ref Call call)
    {
        var message = _ring[slot];
        if (message.Datagrams == 1)
        {
            call.Refuse(refusal, message.Origin);
        }
        else if (refusal is SendRefusal.TooLong or SendRefusal.InvalidDestination or SendRefusal.Other)
        {
            // EMSGSIZE, EINVAL, EIO and others: the kernel's words for a segment longer than the MTU, a device that cannot add checksums,
            // IPsec on the way. EINVAL may also be about the destination; then it says so again.
            SendSingly(_ring.Header(slot)->Address, message.Origin, ref call);
        }
        else
        {
            call.Outcome.Summary.Add(refusal, message.Datagrams);
        }
    }

    /// <summary>Sends the payloads of a run that was refused as one; remembers that when they can go singly.</summary>
    private void SendSingly(byte* address, int run, ref Call call)
    {
        var together = _runs[run];
        var header = *_ring.Header(0); // for the address's length, which is the same in all
        header.Address = address;
        header.Control = null;
        header.ControlLength = 0;
        var sentBefore = call.Outcome.Summary.Sent;
        for (var payload = together.First; payload < together.End; payload++)
        {
            header.Buffers = _runs.Singly(payload);
            SendRefusal refusal;
            while (kernel.Send(&header, 1, out refusal) == 0 && ShallRetry(refusal, ref call))
            {
            }

            call.Outcome.Summary.Add(refusal);
        }

        if (call.Outcome.Summary.Sent > sentBefore)
        {
            call.Outcome.SegmentationFallbacks++;
            _limits.Refused(address, together.SegmentBytes);
        }
    }

    private bool ShallRetry(SendRefusal refusal, ref Call call) =>
        refusal == SendRefusal.WouldBlock && kernel.WaitForRoom(ref call.Budget);

    private byte[] PrepareAddresses()
    {
        var addresses = GC.AllocateArray<byte>(SendRing.Slots * AddressBytes, pinned: true);
        for (var slot = 0; slot < SendRing.Slots; slot++)
        {
            LinuxAddress.Prepare(addresses.AsSpan(slot * AddressBytes, AddressBytes), reach.IsIPv6);
        }

        return addresses;
    }

    /// <summary>One call of this class: what it may still wait, and what became of its datagrams.</summary>
    private ref struct Call
    {
        public TimeSpan Budget;
        public Span<SendRefusal> Refusals;
        public SendOutcome Outcome;

        public void Took(int datagrams)
        {
            Outcome.Summary.Add(SendRefusal.None, datagrams);
            Outcome.SegmentedSends += datagrams > 1 ? 1 : 0;
        }

        public void Refuse(SendRefusal refusal, int place)
        {
            Outcome.Summary.Add(refusal);
            if (place < Refusals.Length)
            {
                Refusals[place] = refusal;
            }
        }
    }
}
