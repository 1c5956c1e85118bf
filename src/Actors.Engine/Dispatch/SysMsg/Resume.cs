namespace Akka.Dispatch.SysMsg;

/// <summary>Ends one <see cref="Suspend"/>.</summary>
public sealed class Resume(Exception? causedByFailure) : SystemMessage
{
    /// <summary>The failure that is forgiven; null where there was none.</summary>
    public Exception? CausedByFailure => causedByFailure;
}
