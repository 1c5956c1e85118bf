namespace Akka.Actor;

/// <summary>Messages put aside for later, in order.</summary>
public interface IStash
{
    /// <summary>How many it holds at most; -1 for no bound.</summary>
    int Capacity { get; }

    /// <summary>How many it holds.</summary>
    int Count { get; }

    /// <summary>True where it holds none.</summary>
    bool IsEmpty { get; }

    /// <summary>True where it holds some.</summary>
    bool NonEmpty { get; }

    /// <summary>True at its bound.</summary>
    bool IsFull { get; }

    /// <summary>
    /// Puts the message in hand aside. Throws <see cref="IllegalActorStateException"/> for the same message twice in a row,
    /// <see cref="StashOverflowException"/> at the bound.
    /// </summary>
    void Stash();

    /// <summary>Puts the oldest back at the mailbox's head.</summary>
    void Unstash();

    /// <summary>Puts all back at the mailbox's head, in order.</summary>
    void UnstashAll();

    /// <summary>Puts those that match back at the mailbox's head and discards the rest.</summary>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Takes all out.</summary>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts messages in front of those put aside, without those that are there already.</summary>
    void Prepend(IEnumerable<Envelope> envelopes);
}
