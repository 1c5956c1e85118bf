using System.Diagnostics;
using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that writes to <see cref="Trace"/>, for where a debugger or a trace listener of the process reads it.</summary>
public class TraceLogger : UntypedActor
{
    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                break;
            case Error error:
                Trace.TraceError(error.ToString());
                break;
            case Warning warning:
                Trace.TraceWarning(warning.ToString());
                break;
            case LogEvent other:
                Trace.TraceInformation(other.ToString());
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}
