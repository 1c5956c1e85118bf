using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Failure and supervision. A failed actor suspends itself and its children and tells its supervisor; the supervisor answers with
/// resume, restart or stop. A restart waits for the children that PreRestart stopped.
/// </summary>
internal sealed partial class ActorCell
{
    /// <summary>Who failed: this actor itself, or the child whose failure it escalated; null while all is well.</summary>
    private IActorRef? _failed;

    private bool IsFailed => _failed is not null;

    private void Fail(IActorRef perpetrator) => _failed = perpetrator;

    private void HandleInvokeFailure(Exception cause)
    {
        if (IsFailed || IsTerminated) return;
        try
        {
            _mailbox.Suspend();
            // A failure while a child's is being handled is that child's, escalated: it is suspended already.
            var perpetrator = _failedChild;
            Fail(perpetrator ?? _self);
            SuspendChildren(except: perpetrator);
            _parent.SendSystemMessage(new Failed(_self, cause, _self.Uid));
        }
        catch (Exception e)
        {
            Publish(new Error(e, _self.Path.ToString(), ActorType, "emergency stop: exception in failure handling for " + cause.GetType()));
            try
            {
                foreach (var child in Children()) child.Stop();
            }
            finally
            {
                FinishTermination();
            }
        }
    }

    private IInternalActorRef? _failedChild;

    private void HandleChildFailure(Failed failed)
    {
        _message = failed;
        _sender = failed.Child;
        if (_children is not { } children || !children.Contains(failed.Child))
        {
            Debug($"dropping Failed({failed.Cause}) from unknown child {failed.Child}");
            _message = null;
            return;
        }

        _failedChild = failed.Child;
        try
        {
            if (!Strategy.HandleFailure(this, failed.Child, failed.Cause, StatsOf(failed.Child), new AllChildStats(this)))
                HandleInvokeFailure(failed.Cause);
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
        finally
        {
            _failedChild = null;
            _message = null;
        }
    }

    /// <summary>The actor's own strategy, asked anew for each instance; where it is the default one, what its Props say.</summary>
    private SupervisorStrategy Strategy
    {
        get
        {
            if (_strategy is not null) return _strategy;
            var own = _actor?.OwnSupervisorStrategy();
            _strategy = own is null || ReferenceEquals(own, SupervisorStrategy.DefaultStrategy)
                ? _props.SupervisorStrategy ?? SupervisorStrategy.DefaultStrategy
                : own;
            return _strategy;
        }
    }

    private SupervisorStrategy? _strategy;

    private void HandleChildTerminated(IInternalActorRef child)
    {
        _children!.Remove(child);
        if (_actor is not null && !IsTerminating)
        {
            try
            {
                Strategy.HandleChildTerminated(this, child, Children());
            }
            catch (Exception e)
            {
                Publish(new Error(e, _self.Path.ToString(), ActorType, "HandleChildTerminated failed"));
                HandleInvokeFailure(e);
            }
        }

        if (IsNormal || WaitsFor(_waitFor)) return;
        var (reason, cause) = (_waitFor, _waitCause);
        if (reason != WaitFor.Termination) (_waitFor, _waitCause) = (WaitFor.Nothing, null);
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
        SuspendChildren(except: null);
    }

    private void FaultResume(Exception? causedByFailure)
    {
        if (_actor is null && IsNormal)
        {
            // Nothing there to resume: what failed was the creation.
            FaultCreate();
            return;
        }

        var perpetrator = _failed;
        try
        {
            _mailbox.Resume();
        }
        finally
        {
            if (causedByFailure is not null) _failed = null;
        }

        ResumeChildren(causedByFailure, perpetrator);
    }

    private void FaultCreate()
    {
        foreach (var child in Children()) Stop(child);
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
            _failed = null;
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
            Publish(new Error(cause, _self.Path.ToString(), ActorType, "changing Recreate into Create after " + cause));
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
            try
            {
                failed.AroundPreRestart(cause, message!);
            }
            catch (Exception e)
            {
                var error = new PreRestartException(_self, e, cause, message);
                Publish(new Error(error, _self.Path.ToString(), failed.GetType(), e.Message));
            }
            finally
            {
                ForgetInstance(failed);
                _props.Release(failed);
                ForgetBehaviors();
                _strategy = null;
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
                _failed = null;
            }

            _receiveTimeout?.Cancel();
            _receiveTimeout = null;
            var fresh = NewActor();
            _actor = fresh;
            fresh.AroundPostRestart(cause, null!);
            ArmReceiveTimeout(influenced: true);
            Debug($"Restarted ({fresh.GetType()})");
        }
        catch (Exception e)
        {
            _actor = null;
            foreach (var child in survivors) child.Suspend();
            HandleRestartFailure(new PostRestartException(_self, e, cause));
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
                Publish(new Error(e, _self.Path.ToString(), ActorType, "restarting " + child));
            }
        }
    }

    private void HandleRestartFailure(PostRestartException failure)
    {
        _mailbox.Suspend();
        Fail(_self);
        _parent.SendSystemMessage(new Failed(_self, failure, _self.Uid));
    }
}
