using System.Net.Sockets;
using System.Runtime.InteropServices;
using static Actors.Client.Load.Linux.LoadCalls;

namespace Actors.Client.Load.Linux;

/// <summary>
/// By epoll(7): costs what is ready, however many sockets there are. The descriptor itself is polled, since ppoll knows nanoseconds and
/// epoll_wait only milliseconds.
/// </summary>
internal sealed unsafe class EpollSockets : IReadySockets
{
    private const int Add = 1;
    private const uint In = 1;
    private const int Most = 64;

    // struct epoll_event is packed on x64 only: 4 bytes of events, 8 of data; elsewhere the data is at 8.
    private static readonly int DataAt = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;

    private readonly byte[] _events = GC.AllocateArray<byte>(Most * 16, pinned: true);
    private readonly int _descriptor;

    /// <summary>Watches the sockets.</summary>
    /// <exception cref="ClientFault">The system refuses.</exception>
    public EpollSockets(IReadOnlyList<Socket> sockets)
    {
        _descriptor = EpollCreate(0);
        var wanted = stackalloc byte[16];
        *(uint*)wanted = In;
        for (var place = 0; place < sockets.Count; place++)
        {
            *(ulong*)(wanted + DataAt) = (ulong)place;
            if (EpollControl(_descriptor, Add, (int)sockets[place].Handle, wanted) != 0)
                throw new ClientFault(ExitCode.System, $"cannot watch the sockets: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    public int Wait(Span<int> ready, long atMost)
    {
        if (atMost > 0)
        {
            var timeout = TimeSpec.Of(atMost);
            var polled = new PollEntry { Descriptor = _descriptor, Wanted = PollIn };
            if (Poll(&polled, 1, &timeout, null) <= 0) return 0;
        }

        fixed (byte* events = _events)
        {
            var count = EpollWait(_descriptor, events, Math.Min(ready.Length, Most), 0);
            for (var i = 0; i < count; i++) ready[i] = (int)*(ulong*)(events + (i * (DataAt + sizeof(ulong))) + DataAt);
            return Math.Max(0, count);
        }
    }

    public void Dispose() => Close(_descriptor);
}
