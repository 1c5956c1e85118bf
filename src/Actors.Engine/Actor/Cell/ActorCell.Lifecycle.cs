using Akka.Actor.Internal;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Creation, and the end.</summary>
public partial class ActorCell
{
    /// <summary>An instance whose constructor runs: where that throws, what it began is ended all the same.</summary>
    internal void Adopt(ActorBase newborn) => _actor = newborn;

    private void CreateActor()
    {
        ActorBase? actor = null;
        try
        {
            actor = NewActor();
            _actor = actor;
            actor.AroundPreStart();
            if (LogsLifecycle) Debug($"Started ({actor})");
        }
        catch (Exception e)
        {
            // An instance whose PreStart failed is none: a restart begins with the constructor.
            if (_actor is { } failed) ForgetInstance(failed);
            if (actor is not null) _props.Release(actor);
            _actor = null;
            throw new ActorInitializationException(_self, "Exception during creation", e);
        }
    }

    /// <summary>Runs the constructor, and gives the instance what its interfaces ask for.</summary>
    private ActorBase NewActor()
    {
        ForgetBehaviors();
        ActorBase actor;
        IsCreating = true;
        try
        {
            actor = _props.NewActor()
                ?? throw new ActorInitializationException(_self, "Actor instance passed to ActorOf can't be 'null'");
        }
        finally
        {
            IsCreating = false;
        }

        (actor as IInitializableActor)?.Init();
        if (actor is IActorStash stashing)
            stashing.Stash = actor is IWithUnboundedStash ? new UnboundedStashImpl(this) : new BoundedStashImpl(this);
        return actor;
    }

    internal int StashCapacity => _props.StashCapacity >= 0
        ? _props.StashCapacity
        : _system.Mailboxes.For(_props, Dispatcher.Configurator).StashCapacity;

    private void BeginTermination()
    {
        if (IsTerminated) return;
        DropReceiveTimeout();
        UnwatchAll();
        StopAllChildren();

        var wasTerminating = IsTerminating;
        if (WaitForChildren(WaitFor.Termination))
        {
            if (wasTerminating) return;
            // Nothing but system messages until the children are gone.
            _mailbox.Suspend();
            Fail(_self);
            Debug("Stopping");
            return;
        }

        FinishTermination();
    }

    private void FinishTermination()
    {
        _waitFor = WaitFor.Termination;
        var actor = _actor;
        try
        {
            if (actor is not null) StopInstance(actor);
        }
        catch (Exception e)
        {
            PublishError(e, e.Message);
        }
        finally
        {
            _mailbox.Close();
            Dispatcher.Detached();
            // Before others are told, who may look.
            _props = Props.Terminated;
            TellOfTermination();
            Debug("Stopped");
            ForgetBehaviors();
            _actor = null;
            _message = null;
            _sender = null;
            if (_self.IsRoot) _system.FinishTermination();
        }
    }

    private void StopInstance(ActorBase actor)
    {
        try
        {
            actor.AroundPostStop();
        }
        finally
        {
            ForgetInstance(actor);
            _props.Release(actor);
        }
    }

    /// <summary>What an instance that goes leaves behind: timers end, stashed messages return to the mailbox.</summary>
    private static void ForgetInstance(ActorBase actor)
    {
        if (actor is IWithTimers { Timers: { } timers }) timers.CancelAll();
        if (actor is IActorStash { Stash: { } stash }) stash.UnstashAll();
    }

    private void ForgetBehaviors()
    {
        _behavior = null;
        _behaviorsBelow = null;
    }
}
