using Actors.Client.Text;

namespace Actors.Client.Chat;

/// <summary>
/// What has been said and heard, and since when there is silence. Pure; times are by the clock's timestamps, given as spans.
/// </summary>
internal sealed class ChatTally
{
    private readonly TimeSpan _firstNotice;
    private TimeSpan _lastHeard;
    private TimeSpan _nextNotice;
    private TimeSpan? _unanswered;

    /// <summary>Begins now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="firstNotice">After how long a silence is first worth a word; the next after twice as long, and so on.</param>
    public ChatTally(TimeSpan now, TimeSpan firstNotice)
    {
        _lastHeard = now;
        _firstNotice = _nextNotice = firstNotice;
    }

    public int Heartbeats { get; private set; }

    public int Messages { get; private set; }

    public int Heard { get; private set; }

    /// <summary>Since when our last message waits for anything to be heard; null when something was.</summary>
    public TimeSpan? UnansweredSince => _unanswered;

    /// <summary>For the prompt: what a member wants to see at a glance.</summary>
    public string Glance => $"{Count(Heartbeats, "heartbeat")}, {Messages} sent, {Heard} heard";

    /// <summary>For the end.</summary>
    public string Sum => $"{Count(Heartbeats, "heartbeat")} and {Count(Messages, "message")} sent, {Count(Heard, "line")} heard";

    public void Beat() => Heartbeats++;

    public void Said(TimeSpan now)
    {
        Messages++;
        _unanswered ??= now;
    }

    public void HeardAt(TimeSpan now)
    {
        Heard++;
        _lastHeard = now;
        _nextNotice = _firstNotice;
        _unanswered = null;
    }

    public TimeSpan SilentFor(TimeSpan now) => now - _lastHeard;

    /// <summary>When the next word about silence is due.</summary>
    public TimeSpan NoticeDue => _lastHeard + _nextNotice;

    /// <summary>Whether a word about silence is due now; then it is not again, before the silence has doubled.</summary>
    public bool TakeNotice(TimeSpan now)
    {
        if (now < NoticeDue) return false;
        while (NoticeDue <= now) _nextNotice *= 2;
        return true;
    }

    /// <summary>The word: how long, and what it may mean.</summary>
    public string Notice(TimeSpan now) => _unanswered is { } since
        ? $"nothing heard for {Duration.Show(SilentFor(now))}; a message is unanswered for {Duration.Show(now - since)}"
        : $"nothing heard for {Duration.Show(SilentFor(now))} (heartbeats are not answered: say something to find out)";

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
