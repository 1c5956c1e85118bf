namespace Akka.Dispatch.SysMsg;

/// <summary>Replaces the failed instance.</summary>
public sealed class Recreate(Exception cause) : SystemMessage
{
    /// <summary>The failure.</summary>
    public Exception Cause => cause;
}
