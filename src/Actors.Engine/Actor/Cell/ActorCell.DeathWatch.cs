using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Whom this actor watches, and who watches it.</summary>
public partial class ActorCell
{
    private RefSet _watchers;
    private Watching? _watching;

    /// <inheritdoc />
    public IActorRef Watch(IActorRef subject)
    {
        BeginWatch(subject, null);
        return subject;
    }

    /// <inheritdoc />
    public IActorRef WatchWith(IActorRef subject, object message)
    {
        BeginWatch(subject, message);
        return subject;
    }

    /// <inheritdoc />
    public IActorRef Unwatch(IActorRef subject)
    {
        if (!subject.Equals(_self) && _watching is { } watching)
        {
            if (watching.Subjects.Remove(subject)) ((IInternalActorRef)subject).SendSystemMessage(new Unwatch((IInternalActorRef)subject, _self));
            watching.Queued.Remove(subject);
        }

        return subject;
    }

    private void BeginWatch(IActorRef subject, object? customMessage)
    {
        if (subject.Equals(_self)) return;
        var watching = _watching ??= new Watching();
        if (watching.Subjects.TryGetValue(subject, out var previous))
        {
            if (!Equals(previous, customMessage))
                throw new InvalidOperationException(
                    $"Watch({_self}, {subject}) termination message was not overwritten from [{previous ?? "Terminated"}] to [{customMessage ?? "Terminated"}]. If this was intended, unwatch first before using `Watch` / `WatchWith` with another message.");
            return;
        }

        watching.Subjects.Add(subject, customMessage);
        ((IInternalActorRef)subject).SendSystemMessage(new Watch((IInternalActorRef)subject, _self));
    }

    private void WatchedActorTerminated(DeathWatchNotification death)
    {
        var actor = death.Actor;
        if (_watching is { } watching && watching.Subjects.Remove(actor, out var customMessage) && !IsTerminating)
        {
            // Queued like any message; remembered, so that an Unwatch meanwhile discards it.
            watching.Queued[actor] = customMessage;
            _self.Tell(new Terminated(actor, death.ExistenceConfirmed, death.AddressTerminated), actor);
        }

        if (_children is { } children && children.Contains(actor)) HandleChildTerminated((IInternalActorRef)actor);
    }

    private void ReceivedTerminated(Terminated terminated)
    {
        if (_watching is not { } watching || !watching.Queued.Remove(terminated.ActorRef, out var customMessage)) return;
        if (customMessage is null)
        {
            ReceiveMessage(terminated);
            return;
        }

        _message = customMessage;
        ReceiveMessage(customMessage);
    }

    /// <summary>Puts a stashed message at the mailbox's head; a Terminated counts as queued anew.</summary>
    internal void PutBack(object message, IActorRef? sender)
    {
        if (message is Terminated terminated) (_watching ??= new Watching()).Queued[terminated.ActorRef] = null;
        _mailbox.PutBack(message, sender);
    }

    private void AddWatcher(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (watchee.Equals(_self) && !watcher.Equals(_self))
        {
            if (_watchers.Add(watcher) && LogsLifecycle) Debug($"now watched by {watcher}");
        }
        else
        {
            Publish(new Warning(_self.Path.ToString(), ActorType, $"BUG: illegal Watch({watchee},{watcher}) for {_self}"));
        }
    }

    private void RemoveWatcher(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (watchee.Equals(_self) && _watchers.Remove(watcher) && LogsLifecycle) Debug($"no longer watched by {watcher}");
    }

    /// <summary>The supervisor first, watching or not; then the other watchers.</summary>
    private void TellOfTermination()
    {
        var supervisor = _self.Supervisor;
        supervisor.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
        foreach (var watcher in _watchers.Take())
            if (!watcher.Equals(supervisor))
                watcher.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
    }

    private void UnwatchAll()
    {
        if (_watching is not { } watching) return;
        foreach (var subject in watching.Subjects.Keys.Cast<IInternalActorRef>()) subject.SendSystemMessage(new Unwatch(subject, _self));
        _watching = null;
    }

    private sealed class Watching
    {
        /// <summary>
        /// Watched actors, and what to tell instead of Terminated. It begins with another size than the table of children, so that the two of
        /// an actor that watches a million of them do not double at once, tens of milliseconds each.
        /// </summary>
        internal readonly Dictionary<IActorRef, object?> Subjects = new(capacity: 11);

        /// <summary>Those whose Terminated waits in the mailbox.</summary>
        internal readonly Dictionary<IActorRef, object?> Queued = [];
    }
}
