namespace Actors.Client.Load;

/// <summary>
/// What was said and what was heard. Messages from <see cref="Begin"/> on count, those before it only keep the others going. Members from
/// <see cref="LoadOptions.Loyal"/> on are those that fall silent: nobody expects them to hear anything, and when they do, how long after
/// their own last sign is noted. One writer; any thread may read the counts, and sees about now.
/// </summary>
internal sealed class LoadAccounts
{
    private readonly int _loyal;
    private readonly MemberTally _tally;
    private readonly MessagesInFlight _flights;
    private readonly long[] _lastSign; // of those that fall silent
    private long _first;

    /// <summary>Opens the accounts.</summary>
    /// <param name="options">The load.</param>
    public LoadAccounts(LoadOptions options)
    {
        _loyal = options.Loyal;
        var giveUp = options.GiveUp.TotalSeconds;
        var most = options.Window > 0 ? options.Window : (int)Math.Ceiling(options.Rate * giveUp);
        _flights = new MessagesInFlight(_loyal, most, (long)(giveUp * 1e9));
        _tally = new MemberTally(options.Members, options.Senders, _flights.Span);
        _lastSign = new long[options.Members - _loyal];
    }

    public MessagesInFlight Flights => _flights;

    /// <summary>How many members have heard anything since the load began.</summary>
    public int HaveHeard => _tally.HaveHeard;

    public long Sent { get; private set; }

    /// <summary>First deliveries to loyal members.</summary>
    public long Delivered { get; private set; }

    public long Duplicates { get; private set; }

    public long OutOfOrder { get; private set; }

    public long TooLate { get; private set; }

    /// <summary>Messages that every loyal member has heard.</summary>
    public long Arrived { get; private set; }

    /// <summary>Nanoseconds from saying to hearing, of each first delivery to a loyal member.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>When something that counts was last heard.</summary>
    public long LastHeardAt { get; private set; }

    /// <summary>The longest, in nanoseconds, that a silent member still heard something after its own last sign.</summary>
    public long LongestSilence { get; private set; }

    public long Expected => Sent * _loyal;

    public bool HasHeard(int member) => _tally.HasHeard(member);

    /// <summary>From now on it counts.</summary>
    public void Begin()
    {
        _first = _flights.Next;
        (Sent, Delivered, Duplicates, OutOfOrder, TooLate, Arrived, LongestSilence) = (0, 0, 0, 0, 0, 0, 0);
        Latency.Clear();
    }

    /// <summary>Says the next message.</summary>
    /// <returns>Its number.</returns>
    public long Say(long now)
    {
        Sent++;
        return _flights.Say(now);
    }

    /// <summary>Notes that a member sent something: until its next, the hub hears silence.</summary>
    public void Sign(int member, long now)
    {
        if (member >= _loyal) _lastSign[member - _loyal] = now;
    }

    /// <summary>Notes that a member heard a message of this load.</summary>
    /// <param name="member">Which.</param>
    /// <param name="number">The message.</param>
    /// <param name="saidAt">When it was said, as it says itself.</param>
    /// <param name="now">When it was heard.</param>
    public void Hear(int member, long number, long saidAt, long now)
    {
        var hearing = _tally.Note(member, number);
        var counts = number >= _first;
        if (member >= _loyal)
        {
            if (counts) LongestSilence = Math.Max(LongestSilence, now - _lastSign[member - _loyal]);
            return;
        }

        if (hearing is Hearing.InOrder or Hearing.OutOfOrder)
        {
            var arrived = _flights.Heard(number);
            if (!counts) return;
            Delivered++;
            if (arrived) Arrived++;
            if (hearing == Hearing.OutOfOrder) OutOfOrder++;
            Latency.Add(now - saidAt);
            LastHeardAt = now;
        }
        else if (counts)
        {
            if (hearing == Hearing.Duplicate) Duplicates++;
            else TooLate++;
        }
    }
}
