namespace Akka.Dispatch.SysMsg;

/// <summary>Stops the actor.</summary>
public sealed class Terminate : SystemMessage
{
}
