namespace Akka.Dispatch.SysMsg;

/// <summary>Holds ordinary messages back.</summary>
public sealed class Suspend : SystemMessage
{
}
