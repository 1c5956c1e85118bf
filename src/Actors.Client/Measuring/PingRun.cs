using Actors.Client.Network;
using Actors.Client.Text;

namespace Actors.Client.Measuring;

/// <summary>Sends probes at a steady pace, whether answered or not, and listens in between.</summary>
internal sealed class PingRun(ClientSession session, UdpPeer peer, PingOptions options)
{
    private readonly Probe _probe = new("ping", session.Random);
    private readonly long[] _sentAt = new long[options.Count + 1];
    private readonly long _began = session.Time.GetTimestamp();
    private bool _isChat;

    public PingStatistics Statistics { get; } = new();

    private TimeSpan Now => session.Time.GetElapsedTime(_began);

    /// <summary>Runs to its end, or until it is stopped; then too the statistics hold.</summary>
    /// <exception cref="ClientFault">(Connected) nobody listens there.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var due = TimeSpan.Zero;
            for (var number = 1; number <= options.Count; number++)
            {
                await ListenUntilAsync(due, stop).ConfigureAwait(false);
                Send(number);
                due += options.Interval;
            }

            await ListenUntilAsync(Now + options.Timeout, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was measured so far is the answer.
        }

        if (_isChat) peer.TrySend("quit"u8);
    }

    private void Send(int number)
    {
        var payload = _probe.Make(number, options.Size);
        _sentAt[number] = session.Time.GetTimestamp();
        peer.Send(payload);
        Statistics.Send();
    }

    // What arrived in time counts, also where this thread woke late; bounded, since a stranger may go on for ever.
    private async Task ListenUntilAsync(TimeSpan due, CancellationToken stop)
    {
        var late = 0;
        while (Statistics.Answered < options.Count && (due > Now || (peer.HasWaiting && late++ < options.Count)))
            if (await peer.HearAsync(due - Now, stop).ConfigureAwait(false) is { } answer) Take(answer);
    }

    private void Take(Datagram answer)
    {
        _isChat |= Probe.IsChats(answer.Bytes);
        if (_probe.NumberOf(answer.Bytes) is not { } number || number < 1 || number > Statistics.Sent)
        {
            Statistics.Other();
            return;
        }

        var roundTrip = session.Time.GetElapsedTime(_sentAt[number], answer.Timestamp);
        var isFirst = Statistics.Answer(number, roundTrip);
        session.Output.Say(
            $"#{number} {answer.Bytes.Length} bytes {Duration.Show(roundTrip)}{(isFirst ? "" : " (again)")}",
            JsonLine.Of("answer").With("number", number).With("bytes", answer.Bytes.Length)
                .With("roundTripMs", roundTrip).With("duplicate", !isFirst));
    }
}
