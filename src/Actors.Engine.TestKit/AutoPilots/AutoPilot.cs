using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// Answers for a test actor: it sees each message before it is queued for examination, and says who sees the next one. Akka.NET's documentation,
/// "Testing Actor Systems", Auto-Pilot.
/// </summary>
public abstract class AutoPilot
{
    /// <summary>To be returned by <see cref="Run"/>: nobody sees the messages that follow.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <summary>To be returned by <see cref="Run"/>: the same pilot sees the next message.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Handles one message.</summary>
    /// <param name="sender">Who sent it.</param>
    /// <param name="message">The message; it is queued for examination afterwards, whatever the pilot does.</param>
    /// <returns>The pilot for the next message, <see cref="KeepRunning"/> or <see cref="NoAutoPilot"/>.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}
