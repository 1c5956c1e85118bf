using Actors.Hub.Backplane;

namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>
/// What was published on one channel and is without the broker's word: the broker numbers a channel's messages 1, 2, 3, … (delivery tags),
/// and confirms one, or all up to one, in any order. Not thread-safe.
/// </summary>
internal sealed class ConfirmWindow
{
    // A ring: the entry of tag t is at t & mask. Grows to what is in flight, which its owner bounds.
    private Entry[] _ring = new Entry[64];
    private ulong _first = 1;
    private ulong _next = 1;

    /// <summary>Whether everything has the broker's word.</summary>
    public bool IsEmpty => _first == _next;

    /// <summary>When the oldest was published that is without the broker's word; meaningless when empty.</summary>
    public long OldestAt => this[_first].At;

    /// <summary>The next is published now.</summary>
    /// <param name="message">Null for what nobody waits for.</param>
    /// <param name="at">The clock's timestamp.</param>
    public void Add(BackplaneMessage? message, long at)
    {
        if (_next - _first == (ulong)_ring.Length) Grow();
        this[_next++] = new Entry(message, at, IsWaiting: true);
    }

    /// <summary>
    /// The broker's word on one message, or on all up to it; adds those that had none to the list. An unknown tag is ignored.
    /// </summary>
    public void Confirm(ulong tag, bool andAllBefore, List<BackplaneMessage> settled)
    {
        if (tag >= _next) return;
        for (var at = andAllBefore ? _first : Math.Max(tag, _first); at <= tag; at++)
        {
            ref var entry = ref this[at];
            if (entry.IsWaiting && entry.Message is { } message) settled.Add(message);
            entry = default;
        }

        while (_first < _next && !this[_first].IsWaiting) _first++;
    }

    private ref Entry this[ulong tag] => ref _ring[tag & ((ulong)_ring.Length - 1)];

    private void Grow()
    {
        var larger = new Entry[_ring.Length * 2];
        for (var tag = _first; tag < _next; tag++) larger[tag & ((ulong)larger.Length - 1)] = this[tag];
        _ring = larger;
    }

    private readonly record struct Entry(BackplaneMessage? Message, long At, bool IsWaiting);
}
