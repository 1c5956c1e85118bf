using System.Buffers;
using Actors.Datagrams;
using Actors.Hub.Observing;
using Akka.Actor;

namespace Actors.Hub.Sockets;

/// <summary>
/// What a listener sends by: one of its sockets, so that an endpoint hears everything in order; where that was closed, the next one. What
/// becomes of each datagram is counted, and told to whoever watches.
/// </summary>
internal sealed class Wire(IReadOnlyList<IDatagramSocket> sockets, HubCounters counters, ListenerWatch watch)
{
    private int _sending;

    private IDatagramSocket Socket => sockets[_sending];

    /// <summary>Sends one datagram.</summary>
    /// <param name="payload">What.</param>
    /// <param name="to">To whom.</param>
    /// <param name="clock">Read where somebody watches.</param>
    public void Send(ReadOnlySpan<byte> payload, EndpointKey to, ITimeProvider clock)
    {
        SendRefusal refusal;
        do
        {
            refusal = Socket.Send(payload, to).Refusal;
        }
        while (refusal == SendRefusal.Closed && TryTheNextSocket());

        Count(refusal, 1);
        if (watch.IsOn)
        {
            watch.Sent(to, payload, clock.Now, VerdictOf(refusal));
        }
    }

    /// <summary>Sends all payloads to some of the destinations, each of which gets them in their order.</summary>
    public SendSummary Send(PayloadBatch payloads, DestinationList to, int first, int count, ITimeProvider clock)
    {
        var summary = watch.IsOn ? SendWatched(payloads, to, first, count, clock) : SendUnwatched(payloads, to, first, count);
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

    private SendSummary SendUnwatched(PayloadBatch payloads, DestinationList to, int first, int count)
    {
        SendSummary summary;
        do
        {
            summary = Socket.Send(payloads, to, first, count);
        }
        while (WasClosed(summary) && TryTheNextSocket());

        return summary;
    }

    /// <summary>Payload by payload, since whoever watches is told what became of each datagram.</summary>
    private SendSummary SendWatched(PayloadBatch payloads, DestinationList to, int first, int count, ITimeProvider clock)
    {
        var all = default(SendSummary);
        var part = to.Endpoints.Slice(first, count);
        var refusals = ArrayPool<SendRefusal>.Shared.Rent(count);
        try
        {
            for (var i = 0; i < payloads.Count; i++)
            {
                while (WasClosed(Socket.Send(payloads[i], part, refusals.AsSpan(0, count))) && TryTheNextSocket())
                {
                }

                var now = clock.Now;
                for (var j = 0; j < count; j++)
                {
                    all.Add(refusals[j]);
                    watch.Sent(part[j], payloads[i], now, VerdictOf(refusals[j]));
                }
            }

            return all;
        }
        finally
        {
            ArrayPool<SendRefusal>.Shared.Return(refusals);
        }
    }

    /// <summary>Before, not within: what was sent is not sent again.</summary>
    private static bool WasClosed(SendSummary summary) => summary.Sent == 0 && summary[SendRefusal.Closed] > 0;

    private bool TryTheNextSocket()
    {
        if (_sending + 1 == sockets.Count)
        {
            return false;
        }

        _sending++;
        return true;
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
