namespace Actors.MultiNode.Soak;

/// <summary>
/// Who had to hear what, and did. Messages are numbered from 0 over all rooms; the members of a room have seats. What nobody can hear any
/// more, since a node was killed, is forgiven at the kill. Safe to use from any thread.
/// </summary>
internal sealed class SoakTally
{
    private readonly Lock _gate = new();
    private readonly List<Message> _messages = [];

    /// <summary>Writes down that something is being said.</summary>
    /// <param name="sender">Who says it.</param>
    /// <param name="hearers">Who must hear it, the sender among them.</param>
    /// <param name="at">The clock's timestamp.</param>
    /// <returns>Its number.</returns>
    public int Say(SoakMember sender, IReadOnlyList<SoakMember> hearers, long at)
    {
        lock (_gate)
        {
            _messages.Add(new Message(sender, [.. hearers], new byte[hearers.Count], at));
            return _messages.Count - 1;
        }
    }

    /// <summary>Writes down that somebody heard a message.</summary>
    /// <returns>When it was said, and on which node; null where this hearer did not have to hear it, or has before.</returns>
    public (long SaidAt, string Node)? Hear(int number, SoakMember hearer)
    {
        lock (_gate)
        {
            if (number < 0 || number >= _messages.Count) return null;
            var message = _messages[number];
            var seat = Array.IndexOf(message.Hearers, hearer);
            return seat >= 0 && message.Times[seat]++ == 0 ? (message.SaidAt, message.Sender.Node) : null;
        }
    }

    /// <summary>
    /// A node was killed: its members hear nothing more; and what they said since that moment may have died with it, before the broker had
    /// it.
    /// </summary>
    /// <returns>How many hearings that were.</returns>
    public int Forgive(string node, long unconfirmedSince)
    {
        var forgiven = 0;
        lock (_gate)
        {
            foreach (var message in _messages)
            {
                var dies = message.Sender.Node == node && message.SaidAt >= unconfirmedSince;
                for (var seat = 0; seat < message.Hearers.Length; seat++)
                {
                    if (message.Times[seat] > 0 || message.Hearers[seat] is not { } hearer || !(dies || hearer.Node == node)) continue;
                    message.Hearers[seat] = null;
                    forgiven++;
                }
            }
        }

        return forgiven;
    }

    /// <summary>Hearings that are still to come.</summary>
    public int Missing()
    {
        lock (_gate)
        {
            return _messages.Sum(message =>
                message.Hearers.Where((hearer, seat) => hearer is not null && message.Times[seat] == 0).Count());
        }
    }

    public (int Said, int Heard, int Lost, int Doubled) Sums()
    {
        lock (_gate)
        {
            var heard = _messages.Sum(message => message.Times.Count(times => times > 0));
            var doubled = _messages.Sum(message => message.Times.Sum(times => Math.Max(0, times - 1)));
            return (_messages.Count, heard, Missing(), doubled);
        }
    }

    private sealed record Message(SoakMember Sender, SoakMember?[] Hearers, byte[] Times, long SaidAt);
}
