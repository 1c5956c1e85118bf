using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Failure and supervision. A failed actor suspends itself and its children and tells its supervisor; the supervisor answers with
/// resume, restart or stop. A restart waits for the children that PreRestart stopped.
/// </summary>
public partial class ActorCell
{
    private FaultState? _faults;

    private bool IsFailed => _faults?.Failed is not null;

    private FaultState Faults => _faults ??= new FaultState();

    private void Fail(IActorRef perpetrator) => Faults.Failed = perpetrator;

    private void Recover()
    {
        if (_faults is { } faults) faults.Failed = null;
    }

    /// <summary>Suspends this actor and its children, but for <paramref name="suspended"/>, and tells the supervisor.</summary>
    private void HandleInvokeFailure(Exception cause, IInternalActorRef[]? suspended = null)
    {
        if (IsFailed || IsTerminated) return;
        try
        {
            _mailbox.Suspend();
            // A failure while a child's is being handled is that child's, escalated: it is suspended already.
            var perpetrator = _faults?.FailedChild;
            Fail(perpetrator ?? _self);
            SuspendChildren(except: perpetrator, suspended);
            _self.Supervisor.SendSystemMessage(new Failed(_self, cause, _self.Uid));
        }
        catch (Exception e)
        {
            PublishError(e, "emergency stop: exception in failure handling for " + cause.GetType());
            try
            {
                DismissAllChildren();
            }
            finally
            {
                FinishTermination();
            }
        }
    }

    private void HandleChildFailure(Failed failed)
    {
        _message = failed;
        _sender = failed.Child;
        var child = (IInternalActorRef)failed.Child;
        if (_children is not { } children || !children.Contains(child))
        {
            Publish(new Debug(_self.Path.ToString(), ActorType, $"dropping Failed({failed.Cause}) from unknown child {failed.Child}"));
            _message = null;
            return;
        }

        Faults.FailedChild = child;
        try
        {
            if (!Strategy.HandleFailure(this, child, failed.Cause, StatsOf(child), new AllChildStats(this)))
                HandleInvokeFailure(failed.Cause);
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
        finally
        {
            Faults.FailedChild = null;
            _message = null;
        }
    }

    /// <summary>The actor's own strategy, asked anew for each instance; where it is the default one, what its Props say.</summary>
    private SupervisorStrategy Strategy
    {
        get
        {
            if (Faults.Strategy is { } known) return known;
            var own = _actor?.OwnSupervisorStrategy();
            return Faults.Strategy = own is null || ReferenceEquals(own, SupervisorStrategy.DefaultStrategy)
                ? _props.SupervisorStrategy ?? SupervisorStrategy.DefaultStrategy
                : own;
        }
    }

    private void HandleChildTerminated(IInternalActorRef child)
    {
        _children!.Remove(child);
        if (_actor is not null && !IsTerminating)
        {
            try
            {
                Strategy.HandleChildTerminated(this, child, ChildrenWhenWanted());
            }
            catch (Exception e)
            {
                PublishError(e, "HandleChildTerminated failed");
                HandleInvokeFailure(e);
            }
        }

        if (IsNormal || HasDismissed) return;
        var (reason, cause) = (_waitFor, _faults?.WaitCause);
        if (reason != WaitFor.Termination) WaitNoMore();
        switch (reason)
        {
            case WaitFor.Recreation: FinishRecreate(cause!); break;
            case WaitFor.Creation: FinishCreate(); break;
            case WaitFor.Termination: FinishTermination(); break;
        }
    }

    private void FaultSuspend()
    {
        _mailbox.Suspend();
        SuspendChildren(except: null, suspended: null);
    }

    private void FaultResume(Exception? causedByFailure)
    {
        if (_actor is null && IsNormal)
        {
            PublishError(null, "changing Resume into Create after " + causedByFailure);
            FaultCreate();
            return;
        }

        var perpetrator = _faults?.Failed;
        try
        {
            _mailbox.Resume();
        }
        finally
        {
            if (causedByFailure is not null)
            {
                Recover();
                _message = null;
            }
        }

        ResumeChildren(causedByFailure, perpetrator);
    }

    private void FaultCreate()
    {
        DropReceiveTimeout();
        DismissAllChildren();
        if (!WaitForChildren(WaitFor.Creation)) FinishCreate();
    }

    private void FinishCreate()
    {
        try
        {
            _mailbox.Resume();
        }
        finally
        {
            Recover();
        }

        try
        {
            CreateActor();
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is null && IsNormal)
        {
            PublishError(null, "changing Recreate into Create after " + cause);
            FaultCreate();
            return;
        }

        if (!IsNormal)
        {
            // Already waiting for its children: the restart it waits for will do, only the suspension must stay balanced.
            FaultResume(null);
            return;
        }

        if (_actor is { } failed)
        {
            var message = _message;
            Debug("Restarting");
            DropReceiveTimeout();
            try
            {
                failed.AroundPreRestart(cause, message!);
            }
            catch (Exception e)
            {
                var error = new PreRestartException(_self, e, cause, message);
                PublishError(error, e.Message);
            }
            finally
            {
                ForgetInstance(failed);
                _props.Release(failed);
                ForgetBehaviors();
                Faults.Strategy = null;
                _message = null;
            }
        }

        if (!WaitForChildren(WaitFor.Recreation, cause)) FinishRecreate(cause);
    }

    private void FinishRecreate(Exception cause)
    {
        // Children that PreRestart let live; they are restarted after their parent.
        var survivors = Children();
        try
        {
            try
            {
                _mailbox.Resume();
            }
            finally
            {
                Recover();
            }

            var fresh = NewActor();
            _actor = fresh;
            fresh.AroundPostRestart(cause, null!);
            if (LogsLifecycle) Debug($"Restarted ({fresh})");
        }
        catch (Exception e)
        {
            // An instance that did not come up again is none: the next restart begins with the constructor, and spares no child.
            if (_actor is { } failed) ForgetInstance(failed);
            _actor = null;
            HandleInvokeFailure(new PostRestartException(_self, e, cause), suspended: survivors);
            return;
        }

        foreach (var child in survivors)
        {
            try
            {
                child.Restart(cause);
            }
            catch (Exception e)
            {
                PublishError(e, "restarting " + child);
            }
        }
    }

    /// <summary>What an actor needs once it has failed, or has children that end: few do.</summary>
    private sealed class FaultState
    {
        /// <summary>Who failed: the actor itself, or the child whose failure it escalated; null while all is well.</summary>
        internal IActorRef? Failed;

        /// <summary>The child whose failure is in hand.</summary>
        internal IInternalActorRef? FailedChild;

        /// <summary>Why a restart waits for children to end.</summary>
        internal Exception? WaitCause;

        internal SupervisorStrategy? Strategy;
    }
}
