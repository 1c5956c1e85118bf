namespace Akka.Actor;

/// <summary>A set of refs that costs one field while it holds none or one, as most actors' watchers do.</summary>
internal struct RefSet
{
    private object? _refs;

    internal readonly bool IsEmpty => _refs is null or HashSet<IInternalActorRef> { Count: 0 };

    internal bool Add(IInternalActorRef added)
    {
        switch (_refs)
        {
            case null:
                _refs = added;
                return true;
            case IInternalActorRef one when one.Equals(added):
                return false;
            case IInternalActorRef one:
                _refs = new HashSet<IInternalActorRef> { one, added };
                return true;
            default:
                return ((HashSet<IInternalActorRef>)_refs).Add(added);
        }
    }

    internal readonly bool Contains(IInternalActorRef wanted) =>
        _refs is HashSet<IInternalActorRef> many ? many.Contains(wanted) : _refs is IInternalActorRef one && one.Equals(wanted);

    internal bool Remove(IInternalActorRef removed)
    {
        if (_refs is HashSet<IInternalActorRef> many) return many.Remove(removed);
        if (_refs is not IInternalActorRef one || !one.Equals(removed)) return false;
        _refs = null;
        return true;
    }

    /// <summary>Empties the set.</summary>
    internal IEnumerable<IInternalActorRef> Take()
    {
        var refs = _refs;
        _refs = null;
        return refs switch
        {
            null => [],
            IInternalActorRef one => [one],
            _ => (HashSet<IInternalActorRef>)refs,
        };
    }
}
