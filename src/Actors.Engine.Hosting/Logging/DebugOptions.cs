using System.Text;

namespace Akka.Hosting;

/// <summary>What the engine logs, at debug level, about itself (<c>akka.actor.debug</c>). What is null stays as HOCON has it.</summary>
public class DebugOptions
{
    /// <summary>Every message that an actor receives, where it uses <c>LoggingReceive</c>.</summary>
    public bool? Receive { get; set; }

    /// <summary>Every message that the engine itself handles, such as PoisonPill and Kill.</summary>
    public bool? AutoReceive { get; set; }

    /// <summary>Starts, restarts, stops and failures of actors.</summary>
    public bool? LifeCycle { get; set; }

    /// <summary>State changes and timers of finite state machines.</summary>
    public bool? FiniteStateMachine { get; set; }

    /// <summary>Who subscribes to the event stream.</summary>
    public bool? EventStream { get; set; }

    /// <summary>Messages that no handler took.</summary>
    public bool? Unhandled { get; set; }

    /// <summary>Routers that the configuration names and the code does not have.</summary>
    public bool? RouterMisconfiguration { get; set; }

    /// <summary>The options as HOCON; empty where all are null.</summary>
    public override string ToString()
    {
        var hocon = new StringBuilder();
        Add("receive", Receive);
        Add("autoreceive", AutoReceive);
        Add("lifecycle", LifeCycle);
        Add("fsm", FiniteStateMachine);
        Add("event-stream", EventStream);
        Add("unhandled", Unhandled);
        Add("router-misconfiguration", RouterMisconfiguration);
        return hocon.ToString();

        void Add(string key, bool? value)
        {
            if (value is { } set) hocon.Append("akka.actor.debug.").Append(key).Append(" = ").AppendLine(set.ToHocon());
        }
    }
}
