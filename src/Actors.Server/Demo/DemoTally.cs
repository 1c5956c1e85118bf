namespace Actors.Server.Demo;

/// <summary>
/// Who said what, and who has heard it: the proof of the demo. Each message is known by its text, which nobody says twice. Safe to use from
/// any thread.
/// </summary>
internal sealed class DemoTally(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Message> _messages = [];

    /// <summary>Writes down that something is being said, and who must hear it.</summary>
    public void Say(string text, IEnumerable<string> hearers)
    {
        var message = new Message(time.GetTimestamp(), hearers.ToDictionary(name => name, _ => new Hearing()));
        lock (_gate) _messages.Add(text, message);
    }

    /// <summary>
    /// Writes down that somebody heard something; what was never said here (a word to find one another by) is not counted.
    /// </summary>
    public void Hear(string text, string hearer)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (!_messages.TryGetValue(text, out var message) || !message.Hearers.TryGetValue(hearer, out var hearing)) return;
            if (hearing.Times++ == 0) hearing.After = time.GetElapsedTime(message.SaidAt, now);
        }
    }

    /// <summary>Who has heard it so far, in the order in which they did.</summary>
    public IReadOnlyList<string> HearersOf(string text)
    {
        lock (_gate)
            return [.. _messages[text].Hearers.Where(one => one.Value.Times > 0).OrderBy(one => one.Value.After).Select(one => one.Key)];
    }

    /// <summary>How long it took to reach somebody; zero while it has not.</summary>
    public TimeSpan TimeTo(string hearer, string text)
    {
        lock (_gate) return _messages[text].Hearers[hearer].After;
    }

    /// <summary>The longest that any of these messages took to reach anyone.</summary>
    public TimeSpan Slowest(IEnumerable<string> texts)
    {
        lock (_gate)
            return texts.SelectMany(text => _messages[text].Hearers.Values).Select(hearing => hearing.After).DefaultIfEmpty().Max();
    }

    /// <summary>Whether everyone has heard everything.</summary>
    public bool IsComplete
    {
        get { lock (_gate) return _messages.Values.All(message => message.Hearers.Values.All(hearing => hearing.Times > 0)); }
    }

    /// <summary>The sums: messages, hearings that had to be, that were, that were not, and that came again.</summary>
    public (int Said, int Expected, int Heard, int Lost, int Doubled) Sums()
    {
        lock (_gate)
        {
            var hearings = _messages.Values.SelectMany(message => message.Hearers.Values).ToList();
            var heard = hearings.Count(hearing => hearing.Times > 0);
            var doubled = hearings.Sum(hearing => Math.Max(0, hearing.Times - 1));
            return (_messages.Count, hearings.Count, heard, hearings.Count - heard, doubled);
        }
    }

    private sealed record Message(long SaidAt, Dictionary<string, Hearing> Hearers);

    private sealed class Hearing
    {
        public int Times { get; set; }

        public TimeSpan After { get; set; }
    }
}
