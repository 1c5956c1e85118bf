using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>
/// A batch of payloads as the kernel shall read it, laid out once for all its destinations: as runs, each of which leaves as one segmented
/// send, and singly, for routes that refuse those. A run is of payloads of one length that follow one another; the last may be shorter, and
/// ends it. An empty datagram is a run of its own: the kernel cannot cut one off. Nothing is reordered to lengthen a run.
/// </summary>
internal sealed unsafe class PayloadRuns(int mostBytes)
{
    private Run[] _runs = [];

    // On the pinned heap: they never move, and live as long as a send may still use them.
    private LinuxCalls.Buffer[] _together = [];
    private LinuxCalls.Buffer[] _singly = [];
    private SegmentControl[] _controls = [];

    /// <summary>How many runs there are.</summary>
    public int Count { get; private set; }

    /// <summary>Lays out a batch, whose bytes stay where they are until all is sent.</summary>
    public void LayOut(PayloadBatch payloads, byte* bytes)
    {
        MakeRoom(payloads.Count);
        Count = 0;
        var next = 0;
        while (next < payloads.Count)
        {
            var run = new Run(next, LengthOfRun(payloads, next), payloads.LengthOf(next));
            var start = bytes;
            for (; next < run.End; next++)
            {
                var length = payloads.LengthOf(next);
                _singly[next] = new LinuxCalls.Buffer { Start = bytes, Length = (nuint)length };
                bytes += length;
            }

            _runs[Count] = run;
            _together[Count] = new LinuxCalls.Buffer { Start = start, Length = (nuint)(bytes - start) };
            _controls[Count] = new SegmentControl(run.SegmentBytes);
            Count++;
        }
    }

    public ref readonly Run this[int run] => ref _runs[run];

    /// <summary>The bytes of a whole run.</summary>
    public LinuxCalls.Buffer* Together(int run) => (LinuxCalls.Buffer*)Unsafe.AsPointer(ref _together[run]);

    /// <summary>The bytes of one payload.</summary>
    public LinuxCalls.Buffer* Singly(int payload) => (LinuxCalls.Buffer*)Unsafe.AsPointer(ref _singly[payload]);

    /// <summary>The control message that tells the kernel where to cut a run.</summary>
    public SegmentControl* Control(int run) => (SegmentControl*)Unsafe.AsPointer(ref _controls[run]);

    private int LengthOfRun(PayloadBatch payloads, int first)
    {
        var segment = payloads.LengthOf(first);
        var bytes = segment;
        var next = first + 1;
        while (next < payloads.Count && next - first < Segmentation.MostSegments)
        {
            var length = payloads.LengthOf(next);
            bytes += length;
            if (length == 0 || length > segment || bytes > mostBytes)
            {
                break;
            }

            next++;
            if (length < segment)
            {
                break;
            }
        }

        return next - first;
    }

    private void MakeRoom(int payloads)
    {
        if (payloads > _runs.Length)
        {
            _runs = new Run[payloads];
            _together = GC.AllocateArray<LinuxCalls.Buffer>(payloads, pinned: true);
            _singly = GC.AllocateArray<LinuxCalls.Buffer>(payloads, pinned: true);
            _controls = GC.AllocateArray<SegmentControl>(payloads, pinned: true);
        }
    }

    /// <summary>Payloads that leave together.</summary>
    /// <param name="First">The place of the first in the batch.</param>
    /// <param name="Payloads">How many, 1 to 64.</param>
    /// <param name="SegmentBytes">The length of each but the last.</param>
    public readonly record struct Run(int First, int Payloads, int SegmentBytes)
    {
        /// <summary>The place behind the last.</summary>
        public int End => First + Payloads;
    }

    /// <summary><c>struct cmsghdr</c> with the 16 bits of UDP_SEGMENT: 18 bytes, 24 with its padding (cmsg(3)).</summary>
    [StructLayout(LayoutKind.Sequential, Size = 24)]
    public readonly struct SegmentControl(int segmentBytes)
    {
        private readonly nuint _length = 16 + sizeof(ushort);
        private readonly int _level = Segmentation.SolUdp;
        private readonly int _type = Segmentation.UdpSegment;
        private readonly ushort _segmentBytes = (ushort)segmentBytes;
    }
}
