using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Actors;

/// <summary>A spec whose actors fail on purpose, so nothing is printed.</summary>
public abstract class ActorSpec : TestKit
{
    /// <summary>How long a task may take that should be done at once, on a busy machine.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string Quiet = "akka.loglevel = OFF\nakka.stdout-loglevel = OFF";

    protected ActorSpec(string hocon = "")
        : base(ConfigurationFactory.ParseString($"{hocon}\n{Quiet}"))
    {
    }

    /// <summary>An actor that reports its life to <paramref name="log"/>.</summary>
    protected static Props Puppet(IActorRef log, string name = "puppet") => Props.Create(() => new Puppet(log, name));

    /// <summary>An actor that treats its children by this strategy.</summary>
    protected static Props SupervisorWith(SupervisorStrategy strategy) => Props.Create(() => new Supervisor(strategy));

    /// <summary>A child of a supervisor that uses this strategy.</summary>
    protected IActorRef Supervised(Props child, SupervisorStrategy strategy) => StartChild(Sys.ActorOf(SupervisorWith(strategy)), child);

    /// <summary>A child of one that starts what it is told.</summary>
    protected IActorRef StartChild(IActorRef parent, Props child, string? name = null)
    {
        parent.Tell(new StartChild(child, name), TestActor);
        return ExpectMsg<IActorRef>();
    }

    /// <summary>How many times the puppet has been asked since it was made.</summary>
    protected void ExpectCount(IActorRef puppet, int expected)
    {
        puppet.Tell("count", TestActor);
        ExpectMsg(expected);
    }
}
