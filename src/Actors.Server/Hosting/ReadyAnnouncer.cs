using Akka.Actor;

namespace Actors.Server.Hosting;

/// <summary>What happens once the hub's actor is there: the ready line, the hint for a newcomer, the console.</summary>
internal sealed class ReadyAnnouncer(ServerSession session, ConsoleThread console)
{
    /// <summary>Announces a hub.</summary>
    public void Announce(IActorRef hub)
    {
        session.HasRun = true;
        session.Streams.Output.WriteLine(ReadyLine.For(session.Listeners));
        if (session.Streams.OutputIsTerminal)
        {
            foreach (var line in ReadyLine.Hint(session.Listeners, session.ConsoleIsOn))
                session.Streams.Output.WriteLine(line);
        }

        if (session.ConsoleIsOn)
            console.Start(hub);
    }
}
