using Actors.Server.Console;
using Actors.Server.Traffic;
using Akka.Actor;
using Microsoft.Extensions.Hosting;

namespace Actors.Server.Hosting;

/// <summary>
/// Runs the console on a thread of its own: a read of a terminal blocks, and cannot be cancelled; and what people at the desk write on
/// another, which waits for them. Both are background threads, so that they never keep the process.
/// </summary>
internal sealed class ConsoleThread(ServerSession session, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>Starts reading commands for a hub.</summary>
    public void Start(IActorRef hub)
    {
        var questions = new HubQuestions(hub, session.Counters, session.Listeners, time, session.Capture);
        var explainer = new Explainer(session.Observers, session.Streams.Output, time);
        var input = session.Streams.OpenInput();
        var console = new OperatorConsole(input, session.Streams.Output, questions, explainer, lifetime.StopApplication);
        var reading = new Thread(console.Run) { IsBackground = true, Name = "console" };
        reading.Start();
        var desk = new DeskPrinter(session.Streams.Output, questions, session.Streams.OutputHasColours);
        new Thread(() => desk.Run(() => reading.IsAlive)) { IsBackground = true, Name = "desk" }.Start();
    }
}
