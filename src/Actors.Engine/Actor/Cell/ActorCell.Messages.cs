using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>How a message meets the actor.</summary>
public partial class ActorCell
{
    private int _deliveries;

    /// <summary>Which delivery the message in hand is: the same message may be delivered twice.</summary>
    internal int Delivery => _deliveries;

    /// <summary>One ordinary message.</summary>
    internal void Invoke(object message, IActorRef? sender)
    {
        _message = message;
        _sender = sender;
        _deliveries++;
        EndWaitFor(message);
        try
        {
            if (message is IAutoReceivedMessage automatic) AutoReceive(automatic);
            else ReceiveMessage(message);
            _message = null;
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
    }

    /// <summary>One system message.</summary>
    internal void SystemInvoke(SystemMessage message)
    {
        BeginWait();
        try
        {
            switch (message)
            {
                case Create: CreateActor(); break;
                case Failed failed: HandleChildFailure(failed); break;
                case DeathWatchNotification death: WatchedActorTerminated(death); break;
                case Watch watch: AddWatcher(watch.Watchee, watch.Watcher); break;
                case Unwatch unwatch: RemoveWatcher(unwatch.Watchee, unwatch.Watcher); break;
                case Recreate recreate: FaultRecreate(recreate.Cause); break;
                case Suspend _: FaultSuspend(); break;
                case Resume resume: FaultResume(resume.CausedByFailure); break;
                case Terminate: BeginTermination(); break;
                case ActorTask task: ContinueAsync(task); break;
                case ActorTaskDone done: EndAsync(done.Failure); break;
                default: throw new InvalidOperationException($"Unknown system message {message.GetType()}");
            }
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
    }

    private void ReceiveMessage(object message)
    {
        var handled = _actor!.Handle(_behavior, message);
        if (_system.LogsReceived && _actor is ILogReceive)
            Publish(new Debug(_self.Path.ToString(), ActorType, $"received {(handled ? "handled" : "unhandled")} message {message} from {Sender.Path}"));
    }

    private void AutoReceive(IAutoReceivedMessage message)
    {
        if (message is TimerMessage timer)
        {
            ReceiveTimer(timer);
            return;
        }

        if (_system.Settings.DebugAutoReceive) Publish(new Debug(_self.Path.ToString(), ActorType, "received AutoReceiveMessage " + message));
        switch (message)
        {
            case Terminated terminated: ReceivedTerminated(terminated); break;
            case PoisonPill: _self.Stop(); break;
            case Kill: throw new ActorKilledException("Kill");
            case Identify identify: Sender.Tell(new ActorIdentity(identify.MessageId, _self), _self); break;
            case ActorSelectionMessage selection: global::Akka.Actor.ActorSelection.Deliver(_self, Sender, selection); break;
            default: ReceiveMessage(message); break;
        }
    }

    private void ReceiveTimer(TimerMessage timer)
    {
        if (TimerScheduler.Unwrap(timer, (_actor as IWithTimers)?.Timers) is not { } message) return;
        _message = message;
        if (message is IAutoReceivedMessage automatic) AutoReceive(automatic);
        else ReceiveMessage(message);
    }

    /// <summary>The handler goes on asynchronously: ordinary messages wait.</summary>
    internal void BeginAsync()
    {
        TaskScheduler.Hold(_message!, _sender);
        _mailbox.Suspend();
    }

    private void ContinueAsync(ActorTask task)
    {
        (_message, _sender) = TaskScheduler.Held;
        task.Run();
        _message = null;
    }

    private void EndAsync(Exception? failure)
    {
        (_message, _sender) = TaskScheduler.Release();
        EndWaitFor(_message!);
        _mailbox.Resume();
        if (TaskScheduler.TryTellTest(failure)) failure = null;
        if (failure is not null) HandleInvokeFailure(failure);
        else _message = null;
    }
}
