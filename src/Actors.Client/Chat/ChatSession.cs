using System.Text;
using Actors.Client.Network;
using Actors.Client.Text;

namespace Actors.Client.Chat;

/// <summary>
/// One stay in a chat: joins with a heartbeat → talks, beating in the background → leaves with <c>quit</c>, whether the user says so, the
/// input ends, Ctrl+C is pressed, or the hub says <c>Bye!</c>.
/// </summary>
internal sealed class ChatSession
{
    // After an answer, others' may follow, and after the first heartbeat a refusal: a pipe's end waits so long for them.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    private readonly ClientSession _session;
    private readonly UdpPeer _hub;
    private readonly string? _name;
    private readonly TimeSpan _timeout;
    private readonly HeartbeatSchedule _schedule;
    private readonly ChatTally _tally;
    private readonly ChatColumns _columns = new();
    private readonly long _began;
    private TimeSpan _nextBeat;
    private TimeSpan? _leaveBy;

    public ChatSession(ClientSession session, UdpPeer hub, ChatOptions options)
    {
        (_session, _hub, _name, _timeout) = (session, hub, options.Name, options.Timeout);
        _began = session.Time.GetTimestamp();
        _schedule = new HeartbeatSchedule(options.Interval, session.Random);
        _tally = new ChatTally(Now, 2 * options.Interval);
    }

    private TimeSpan Now => _session.Time.GetElapsedTime(_began);

    /// <summary>Joins, talks and leaves.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ClientFault">(Connected) nobody listens there.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var conversation = new Conversation(_hub, _session.Output.Lines, _session.Time);
        Beat();
        _session.Output.Note(
            $"in the chat of {_hub.Remote} as {_hub.Local}; quit leaves",
            JsonLine.Of("joined").With("peer", _hub.Remote.ToString()).With("local", _hub.Local.ToString()));
        try
        {
            while (true)
            {
                ShowPrompt();
                switch (await conversation.NextAsync(NextDue() - Now, stop).ConfigureAwait(false))
                {
                    case Happening.Typed(var line) when line.Trim() == "quit": return Leave("quit");
                    case Happening.Typed(var line): Say(line); break;
                    case Happening.InputEnded: _leaveBy = Now + (_tally.UnansweredSince is null ? Quiet : _timeout); break;
                    case Happening.Heard(var datagram): if (Hear(datagram)) return Leave("the hub said Bye!"); break;
                }

                var isTime = _leaveBy <= Now;
                // Before leaving too: silence is told although the thread woke late.
                DoWhatIsDue();
                if (isTime) return Leave("end of input");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Leave("Ctrl+C");
            return ExitCode.Done;
        }
    }

    private TimeSpan NextDue()
    {
        var due = _nextBeat < _tally.NoticeDue ? _nextBeat : _tally.NoticeDue;
        return _leaveBy < due ? _leaveBy.Value : due;
    }

    private void DoWhatIsDue()
    {
        if (_nextBeat <= Now) Beat();
        if (_tally.TakeNotice(Now))
            _session.Output.Note(_tally.Notice(Now), JsonLine.Of("silent").With("forMs", _tally.SilentFor(Now)));
    }

    private void Beat()
    {
        _hub.Send("^hb^"u8);
        _tally.Beat();
        _nextBeat = Now + _schedule.Next();
    }

    private void Say(string line)
    {
        // Enter on an empty line is a slip of the finger, as in the documents' clients.
        if (line.Length == 0) return;
        _hub.Send(Encoding.UTF8.GetBytes(_name is null ? line : $"{_name}: {line}"));
        _tally.Said(Now);
    }

    /// <summary>Shows a line, and tells whether it was the hub's last.</summary>
    private bool Hear(Datagram datagram)
    {
        _tally.HeardAt(Now);
        if (_leaveBy is not null) _leaveBy = Now + Quiet;
        var line = ChatLine.Of(datagram.Bytes);
        _session.Output.Say(
            line.Whole,
            JsonLine.Of("heard").WithDatagram(datagram.Bytes).With("sender", line.Sender).With("name", line.Name),
            _session.Output.IsPretty ? _columns.Markup(line, _session.Time.GetLocalNow()) : null);
        return line.IsBye;
    }

    private int Leave(string why)
    {
        _session.Output.Prompt.Hide();
        _hub.TrySend("quit"u8);
        _session.Output.Note(
            $"left {_hub.Remote} ({why}): {_tally.Sum}",
            JsonLine.Of("left").With("why", why)
                .With("heartbeats", _tally.Heartbeats).With("messages", _tally.Messages).With("heard", _tally.Heard));
        return _tally is { Messages: > 0, Heard: 0 } ? ExitCode.Peer : ExitCode.Done;
    }

    private void ShowPrompt()
    {
        if (!_session.Output.IsInteractive) return;
        var silent = _tally.SilentFor(Now) >= _timeout && _tally.UnansweredSince is not null
            ? $", silent {Duration.Show(_tally.SilentFor(Now))}"
            : "";
        _session.Output.Prompt.Show($"[{_tally.Glance}{silent}] {_name}> ", $"{_name}> ");
    }
}
