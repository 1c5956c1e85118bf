using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Marks the engine's own messages, which are processed before any ordinary one.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded
{
}
