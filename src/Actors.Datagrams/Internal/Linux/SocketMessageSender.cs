using System.Runtime.InteropServices;
using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>The kernel itself, by <c>sendmmsg</c>.</summary>
internal sealed unsafe class SocketMessageSender(BoundSocket bound) : IMessageSender
{
    private readonly System.Net.Sockets.SafeSocketHandle _handle = bound.Socket.SafeHandle;

    public int Send(MessageHeader* messages, int count, out SendRefusal refusal)
    {
        refusal = SendRefusal.Closed;
        if (bound.IsClosed)
        {
            return 0;
        }

        try
        {
            var sent = SendMany(_handle, messages, (uint)count, MsgDontWait);
            if (sent > 0)
            {
                refusal = SendRefusal.None;
                return sent;
            }

            refusal = bound.IsClosed ? SendRefusal.Closed : Errno.Refusal(Marshal.GetLastPInvokeError());
            return 0;
        }
        catch (ObjectDisposedException)
        {
            return 0; // closed this moment
        }
    }

    public bool WaitForRoom(ref TimeSpan budget) => bound.WaitToSend(ref budget);
}
