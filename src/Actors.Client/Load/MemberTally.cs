using System.Numerics;

namespace Actors.Client.Load;

/// <summary>
/// Who has heard what: for each member the last message, and which of those before it. A ring of bits per member, in which a message has
/// the place of its number; what is older than the ring is too late to be told. The senders speak in turns: message n is sender n mod S's.
/// Pure.
/// </summary>
internal sealed class MemberTally
{
    private const int WordBits = 64;

    /// <summary>64 MB for the bits of all members together: 512 bits for each of a million.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly int _senders;
    private readonly int _words; // of a member's ring, a power of two
    private readonly ulong[] _heard;
    private readonly long[] _last;

    /// <summary>Makes the tally of members that have heard nothing.</summary>
    /// <param name="members">How many there are.</param>
    /// <param name="senders">How many speak.</param>
    /// <param name="apart">How far apart the numbers of messages may be that are on their way at once.</param>
    public MemberTally(int members, int senders, int apart)
    {
        _senders = senders;
        var wanted = Math.Max(WordBits, 4L * (apart + senders));
        var affordable = BitOperations.RoundUpToPowerOf2((ulong)(MostBytes * 8 / members) + 1) / 2;
        _words = (int)Math.Max(1, Math.Min(BitOperations.RoundUpToPowerOf2((ulong)wanted), affordable) / WordBits);
        _heard = new ulong[(long)members * _words];
        _last = new long[members];
        Array.Fill(_last, -1);
    }

    /// <summary>How many members have heard anything at all.</summary>
    public int HaveHeard { get; private set; }

    private int RingBits => _words * WordBits;

    /// <summary>Whether this one has.</summary>
    public bool HasHeard(int member) => _last[member] >= 0;

    /// <summary>Notes that a member heard a message.</summary>
    public Hearing Note(int member, long number)
    {
        ref var last = ref _last[member];
        var ring = _heard.AsSpan(member * _words, _words);
        if (number > last)
        {
            if (last < 0) HaveHeard++;
            if (number != last + 1) Forget(ring, Math.Max(last + 1, number - RingBits + 1), number);
            Word(ring, number) |= Bit(number);
            last = number;
            return Hearing.InOrder;
        }

        if (number <= last - RingBits) return Hearing.TooLate;
        if ((Word(ring, number) & Bit(number)) != 0) return Hearing.Duplicate;
        Word(ring, number) |= Bit(number);
        for (var later = number + _senders; later <= last; later += _senders)
            if ((Word(ring, later) & Bit(later)) != 0) return Hearing.OutOfOrder;
        return Hearing.InOrder;
    }

    // The places of numbers that were not heard yet still hold what was heard a ring before.
    private static void Forget(Span<ulong> ring, long from, long to)
    {
        for (var number = from; number < to; number++) Word(ring, number) &= ~Bit(number);
    }

    private static ref ulong Word(Span<ulong> ring, long number) => ref ring[(int)(number / WordBits) & (ring.Length - 1)];

    private static ulong Bit(long number) => 1UL << (int)(number % WordBits);
}
