using System.Collections;
using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>The table of children. Others read it (selections, tools), so it has a lock; only the actor's own turn and the guardians' makers write.</summary>
public partial class ActorCell
{
    private ChildTable? _children;

    /// <inheritdoc />
    public IActorRef ActorOf(Props props, string? name = null)
    {
        if (props is null) throw new ArgumentNullException(nameof(props));
        if (name is not null) CheckName(name);
        return MakeChild(props, name);
    }

    /// <inheritdoc />
    public IEnumerable<IInternalActorRef> GetChildren() => Children();

    /// <inheritdoc />
    public IInternalActorRef GetChildByName(string name) => _children?.Find(name) ?? (IInternalActorRef)ActorRefs.Nobody;

    /// <inheritdoc />
    public IInternalActorRef GetSingleChild(string name) => FindChild(name) ?? ActorRefs.Nobody;

    IActorRef IActorContext.Child(string name) => GetChildByName(name);

    IEnumerable<IActorRef> IActorContext.GetChildren() => Children();

    /// <inheritdoc />
    public void Stop(IActorRef child)
    {
        if (child is not IInternalActorRef target) return;
        _children?.Dismiss(target);
        target.Stop();
    }

    internal IInternalActorRef? FindChild(string name)
    {
        var hash = name.IndexOf('#');
        if (hash < 0) return _children?.Find(name);
        return _children?.Find(name[..hash]) is { } child && child.Path.Uid.ToString() == name[(hash + 1)..] ? child : null;
    }

    /// <summary>Why this actor waits for its children to end, if it does.</summary>
    private WaitFor _waitFor;

    private enum WaitFor : byte
    {
        Nothing,
        Creation,
        Recreation,
        Termination,
    }

    private bool IsTerminating => _waitFor == WaitFor.Termination;

    private bool IsNormal => _waitFor == WaitFor.Nothing;

    /// <summary>Children that were asked to stop, and have not ended yet.</summary>
    private bool HasDismissed => _children is { HasDismissed: true };

    private static void CheckName(string name)
    {
        if (name.Length == 0) throw new InvalidActorNameException("Actor name must not be empty.");
        if (!ActorPath.IsValidPathElement(name))
            throw new InvalidActorNameException(
                $"Illegal actor name [{name}]. Actor paths MUST: not start with `$`, include only ASCII letters and can only contain these special characters: {ActorPath.ValidSymbols}.");
    }

    private LocalActorRef MakeChild(Props props, string? name)
    {
        var table = _children ?? Interlocked.CompareExchange(ref _children, new ChildTable(), null) ?? _children!;
        var known = name ?? table.NextName();
        var child = new LocalActorRef(_system, _system.Deployer.Deployed(props, _self, known), _self, known);
        if (!table.TryAdd(child, fromOutside: !ReferenceEquals(Current, this))) throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");
        if (LogsLifecycle) Debug($"now supervising {child.Path}");
        child.Start();
        return child;
    }

    private void SuspendChildren(IActorRef? except, IInternalActorRef[]? suspended)
    {
        foreach (var child in Children())
            if (!child.Equals(except) && suspended?.Contains(child) is not true)
                child.Suspend();
    }

    private void ResumeChildren(Exception? causedByFailure, IActorRef? perpetrator)
    {
        foreach (var child in Children()) child.Resume(child.Equals(perpetrator) ? causedByFailure : null);
    }

    /// <summary>Allows no new child, and stops those that are there.</summary>
    private void StopAllChildren()
    {
        var table = Interlocked.CompareExchange(ref _children, ChildTable.Ended, null);
        if (table is null) return;
        foreach (var child in table.Close()) child.Stop();
    }

    private void DismissAllChildren()
    {
        foreach (var child in Children()) Stop(child);
    }

    /// <summary>The children for someone who rarely looks at them: a copy of many at each one's end would cost their square.</summary>
    private IEnumerable<IInternalActorRef> ChildrenWhenWanted()
    {
        foreach (var child in Children()) yield return child;
    }

    private IInternalActorRef[] Children() => _children?.Snapshot() ?? [];

    /// <summary>Waits for those children to end that were asked to, if there are any. A wait for termination is never taken back.</summary>
    private bool WaitForChildren(WaitFor reason, Exception? cause = null)
    {
        if (!HasDismissed) return false;
        if (IsTerminating) return true;
        _waitFor = reason;
        if (cause is not null || _faults is not null) Faults.WaitCause = cause;
        return true;
    }

    private void WaitNoMore()
    {
        _waitFor = WaitFor.Nothing;
        if (_faults is { } faults) faults.WaitCause = null;
    }

    private ChildRestartStats StatsOf(IInternalActorRef child) => _children!.StatsOf(child);

    /// <summary>The stats of all children, made only for a strategy that looks at them.</summary>
    private sealed class AllChildStats(ActorCell cell) : IReadOnlyCollection<ChildRestartStats>
    {
        public int Count => cell._children?.Count ?? 0;

        public IEnumerator<ChildRestartStats> GetEnumerator() => cell.Children().Select(cell.StatsOf).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
