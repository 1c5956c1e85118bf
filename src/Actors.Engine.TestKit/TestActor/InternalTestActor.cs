using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// The actor behind <see cref="TestKitBase.TestActor"/> and every probe: it queues what it receives for the test to examine.
/// </summary>
internal sealed class InternalTestActor(MessageEnvelopeQueue queue) : ActorBase
{
    private readonly DelegatingSupervisorStrategy _supervisorStrategy = new();
    private TestActor.Ignore? _ignore;
    private AutoPilot _autoPilot = AutoPilot.NoAutoPilot;

    protected override SupervisorStrategy SupervisorStrategy() => _supervisorStrategy;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case TestActor.SetIgnore command: _ignore = command.Ignore; break;
            case TestActor.SetAutoPilot command: _autoPilot = command.AutoPilot; break;
            case TestActor.Watch command: Context.Watch(command.Actor); break;
            case TestActor.Unwatch command: Context.Unwatch(command.Actor); break;
            case TestActor.Spawn command: Spawn(command); break;
            default: Examine(message); break;
        }

        return true;
    }

    protected override void PostStop()
    {
        foreach (var left in queue.Drain())
            Context.System.DeadLetters.Tell(new DeadLetter(left.Message, left.Sender, Self), left.Sender);
    }

    private void Examine(object message)
    {
        if (_autoPilot.Run(Sender, message) is not KeepRunning and var next) _autoPilot = next;
        if (_ignore?.Invoke(message) != true) queue.Enqueue(new RealMessageEnvelope(message, Sender));
    }

    private void Spawn(TestActor.Spawn command)
    {
        var child = command.Apply(Context);
        if (command._supervisorStrategy.HasValue) _supervisorStrategy.Update(child, command._supervisorStrategy.Value);
        queue.Enqueue(new RealMessageEnvelope(child, Self));
    }
}
