using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>
/// Does what a test tells it: throws the exception it is sent, counts, starts children, stops itself; and reports each step of its life
/// as "name: step".
/// </summary>
public sealed class Puppet : ReceiveActor
{
    private readonly IActorRef _log;
    private readonly string _name;
    private int _count;

    public Puppet(IActorRef log, string name)
    {
        _log = log;
        _name = name;
        Report("new");
        Receive<Exception>(Fail);
        Receive<string>(message => message == "count", _ => Sender.Tell(++_count));
        Receive<string>(message => message == "stop", _ => Context.Stop(Self));
        Receive<StartChild>(start => Sender.Tell(Context.ActorOf(start.Props, start.Name)));
        Receive<string>(message => Report(message));
    }

    protected override void PreStart()
    {
        Report("PreStart");
        base.PreStart();
    }

    protected override void PreRestart(Exception reason, object message)
    {
        Report($"PreRestart {reason.Message}");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        Report($"PostRestart {reason.Message}");
        base.PostRestart(reason);
    }

    protected override void PostStop()
    {
        Report("PostStop");
        base.PostStop();
    }

    private static void Fail(Exception exception) => throw exception;

    private void Report(string step) => _log.Tell($"{_name}: {step}");
}
