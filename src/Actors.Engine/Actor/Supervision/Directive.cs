namespace Akka.Actor;

/// <summary>What a supervisor does about a child's failure.</summary>
public enum Directive
{
    /// <summary>Goes on with the next message, state kept.</summary>
    Resume,

    /// <summary>Goes on with a fresh instance, mailbox kept.</summary>
    Restart,

    /// <summary>Passes the failure up as the supervisor's own.</summary>
    Escalate,

    /// <summary>Stops the child.</summary>
    Stop,
}
