using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>
/// The children by name, with the restart counts of those that have failed. A child costs one slot of a set: its name is its own.
/// </summary>
internal sealed class ChildTable
{
    private readonly Lock _lock = new();
    private readonly HashSet<LocalActorRef> _children = new(ByName.Instance);
    private Dictionary<IInternalActorRef, ChildRestartStats>? _stats;
    private RefSet _dismissed;
    private long _names;
    private bool _closed;

    /// <summary>The table of an actor that terminates without children.</summary>
    internal static ChildTable Ended { get; } = new() { _closed = true };

    internal int Count
    {
        get
        {
            lock (_lock) return _children.Count;
        }
    }

    /// <summary>Whether a child was asked to stop and has not ended yet.</summary>
    internal bool HasDismissed
    {
        get
        {
            lock (_lock) return !_dismissed.IsEmpty;
        }
    }

    internal string NextName() => ActorNames.Temporary(Interlocked.Increment(ref _names) - 1);

    /// <summary>
    /// Adds a child; false where its name is taken. Made from outside of the parent's turn, it may succeed one that has ended, of which
    /// the parent has not heard yet. Throws <see cref="InvalidOperationException"/> where no child may be made any more.
    /// </summary>
    internal bool TryAdd(LocalActorRef child, bool fromOutside)
    {
        lock (_lock)
        {
            // A guardian's children are made on any thread: none may slip in behind the guardian's end.
            if (_closed) throw new InvalidOperationException("Cannot create child while terminating or terminated");
            if (_children.Add(child)) return true;
            if (!fromOutside || !_children.TryGetValue(child, out var previous) || !previous.IsTerminated) return false;
            _children.Remove(previous);
            _dismissed.Add(previous);
            return _children.Add(child);
        }
    }

    /// <summary>Allows no new child, and counts those that are there as asked to stop.</summary>
    internal IInternalActorRef[] Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var child in _children) _dismissed.Add(child);
            return [.. _children];
        }
    }

    internal LocalActorRef? Find(string name)
    {
        lock (_lock) return _children.GetAlternateLookup<string>().TryGetValue(name, out var child) ? child : null;
    }

    /// <summary>Remembers that a child, if it is one, was asked to stop.</summary>
    internal void Dismiss(IInternalActorRef child)
    {
        lock (_lock)
            if (TryFind(child, out var found))
                _dismissed.Add(found);
    }

    internal bool Contains(IActorRef child)
    {
        lock (_lock) return TryFind(child, out _) || (child is IInternalActorRef target && _dismissed.Contains(target));
    }

    internal void Remove(IInternalActorRef child)
    {
        lock (_lock)
        {
            IInternalActorRef gone = TryFind(child, out var found) ? found : child;
            if (found is not null) _children.Remove(found);
            _stats?.Remove(gone);
            _dismissed.Remove(gone);
        }
    }

    internal IInternalActorRef[] Snapshot()
    {
        lock (_lock) return [.. _children];
    }

    internal ChildRestartStats StatsOf(IInternalActorRef child)
    {
        _stats ??= [];
        if (!_stats.TryGetValue(child, out var stats)) _stats.Add(child, stats = new ChildRestartStats(child));
        return stats;
    }

    /// <summary>A ref of that name may be another incarnation's, or none of an actor.</summary>
    private bool TryFind(IActorRef child, [NotNullWhen(true)] out LocalActorRef? found)
    {
        if (child is LocalActorRef local) return _children.TryGetValue(local, out found) && ReferenceEquals(found, local);
        return _children.GetAlternateLookup<string>().TryGetValue(child.Path.Name, out found) && found.Equals(child);
    }

    private sealed class ByName : IEqualityComparer<LocalActorRef>, IAlternateEqualityComparer<string, LocalActorRef>
    {
        internal static readonly ByName Instance = new();

        public bool Equals(LocalActorRef? x, LocalActorRef? y) => x?.Name == y?.Name;

        public int GetHashCode(LocalActorRef child) => child.Name.GetHashCode();

        public bool Equals(string alternate, LocalActorRef other) => alternate == other.Name;

        public int GetHashCode(string alternate) => alternate.GetHashCode();

        public LocalActorRef Create(string alternate) => throw new NotSupportedException("A name alone is no child.");
    }
}
