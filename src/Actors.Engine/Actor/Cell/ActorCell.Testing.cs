namespace Akka.Actor;

/// <summary>What the test kit's refs do to an actor past its mailbox.</summary>
public partial class ActorCell
{
    /// <summary>Makes a child, from any thread, under any name.</summary>
    internal LocalActorRef MakeChildForTest(Props props, string name) => MakeChild(props, name);

    /// <summary>Processes a message at once, on this thread; its failure is thrown.</summary>
    internal void ReceiveForTest(object message, IActorRef? sender) => _mailbox.RunInTurn(() => ReceiveNow(message, sender));

    /// <summary>As <see cref="ReceiveForTest"/>; an asynchronous handler's end is the task's.</summary>
    internal Task ReceiveForTestAsync(object message, IActorRef? sender)
    {
        var end = TaskScheduler.TestWaits();
        var goesOn = false;
        try
        {
            _mailbox.RunInTurn(() =>
            {
                ReceiveNow(message, sender);
                goesOn = TaskScheduler.Held.Message is not null;
            });
        }
        catch (Exception e)
        {
            TaskScheduler.TryTellTest(e);
            return end;
        }

        if (!goesOn) TaskScheduler.TryTellTest(null);
        return end;
    }

    private void ReceiveNow(object message, IActorRef? sender)
    {
        var outer = Current;
        Current = this;
        try
        {
            _message = message;
            _sender = sender;
            _deliveries++;
            if (message is IAutoReceivedMessage automatic) AutoReceive(automatic);
            else ReceiveMessage(message);
        }
        finally
        {
            _message = null;
            _sender = null;
            Current = outer;
        }
    }
}
