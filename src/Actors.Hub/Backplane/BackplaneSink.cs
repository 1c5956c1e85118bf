using Akka.Actor;

namespace Actors.Hub.Backplane;

/// <summary>Brings what the backplane tells to the <see cref="BackplaneActor"/>; what comes faster than the rooms take it is dropped.</summary>
internal sealed class BackplaneSink(BackplaneSetup setup, IActorRef actor) : IBackplaneSink
{
    public void Up(long connection) => actor.Tell(new BackplaneCommands.Up(connection), ActorRefs.NoSender);

    public void Down(string why) => actor.Tell(new BackplaneCommands.Down(why), ActorRefs.NoSender);

    public void Heard(BackplaneMessage message)
    {
        if (message.Line.Length > BackplaneMessage.MaxLineBytes)
        {
            Rejected("a line is longer than a datagram can be");
            return;
        }

        TellWithCredit(new BackplaneCommands.Heard(message));
    }

    public void Told(NodeNews news) => TellWithCredit(new BackplaneCommands.Told(news));

    public void Settled(BackplaneMessage message, PublishOutcome outcome) =>
        actor.Tell(new BackplaneCommands.Settled(message, outcome), ActorRefs.NoSender);

    public void Rejected(string why) => setup.HubCounters.CountDropped(DropReason.BackplaneForeign);

    public void Overlooked(string why) => actor.Tell(new BackplaneCommands.Overlooked(why), ActorRefs.NoSender);

    private void TellWithCredit(object message)
    {
        if (setup.Incoming.TryTake())
        {
            actor.Tell(message, ActorRefs.NoSender);
        }
        else
        {
            setup.HubCounters.CountDropped(DropReason.BackplaneBusy);
        }
    }
}
