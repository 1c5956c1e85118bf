using System.Buffers;
using Actors.Datagrams;
using Actors.Hub.Observing;

namespace Actors.Hub.Sockets;

/// <summary>A listener's socket to send by: what becomes of each datagram is counted, and told to whoever watches.</summary>
internal sealed class Wire(IDatagramSocket socket, HubCounters counters, ListenerWatch watch)
{
    public void Send(ReadOnlySpan<byte> payload, EndpointKey to, DateTimeOffset now)
    {
        var refusal = socket.Send(payload, to).Refusal;
        Count(refusal, 1);
        if (watch.IsOn)
        {
            watch.Sent(to, payload, now, VerdictOf(refusal));
        }
    }

    public SendSummary Send(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, DateTimeOffset now)
    {
        var summary = watch.IsOn ? SendWatched(payload, to, now) : socket.Send(payload, to);
        Count(SendRefusal.None, summary.Sent);
        if (summary.Refused > 0)
        {
            for (var refusal = SendRefusal.WouldBlock; refusal <= SendRefusal.Other; refusal++)
            {
                Count(refusal, summary[refusal]);
            }
        }

        return summary;
    }

    private SendSummary SendWatched(ReadOnlySpan<byte> payload, ReadOnlySpan<EndpointKey> to, DateTimeOffset now)
    {
        var refusals = ArrayPool<SendRefusal>.Shared.Rent(to.Length);
        try
        {
            var summary = socket.Send(payload, to, refusals.AsSpan(0, to.Length));
            for (var i = 0; i < to.Length; i++)
            {
                watch.Sent(to[i], payload, now, VerdictOf(refusals[i]));
            }

            return summary;
        }
        finally
        {
            ArrayPool<SendRefusal>.Shared.Return(refusals);
        }
    }

    private void Count(SendRefusal refusal, int datagrams)
    {
        if (refusal == SendRefusal.None)
        {
            counters.CountSent(datagrams);
        }
        else
        {
            counters.CountDropped(Reason(refusal), datagrams);
        }
    }

    private static Verdict VerdictOf(SendRefusal refusal) =>
        refusal == SendRefusal.None ? Verdict.Sent : Verdict.NotSent(Reason(refusal));

    private static DropReason Reason(SendRefusal refusal) => refusal switch
    {
        SendRefusal.WouldBlock => DropReason.SendWouldBlock,
        SendRefusal.NoBuffers => DropReason.SendNoBuffers,
        SendRefusal.TooLong => DropReason.SendTooLong,
        SendRefusal.Unreachable => DropReason.SendUnreachable,
        SendRefusal.InvalidDestination => DropReason.SendInvalidDestination,
        SendRefusal.Denied => DropReason.SendDenied,
        SendRefusal.Closed => DropReason.SendClosed,
        _ => DropReason.SendOther,
    };
}
