using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What its ref sends it.</summary>
public partial class ActorCell
{
    /// <inheritdoc />
    public void Start() => _mailbox.PostSystem(new Create());

    /// <inheritdoc />
    public void Stop() => _mailbox.PostSystem(new Terminate());

    /// <inheritdoc />
    public void Restart(Exception cause) => _mailbox.PostSystem(new Recreate(cause));

    /// <inheritdoc />
    public void Resume(Exception? causedByFailure) => _mailbox.PostSystem(new Resume(causedByFailure));

    /// <inheritdoc />
    public void Suspend() => _mailbox.PostSystem(new Suspend());

    /// <inheritdoc />
    public void SendMessage(IActorRef? sender, object message) => _mailbox.Post(message, sender);

    /// <inheritdoc />
    public void SendSystemMessage(ISystemMessage systemMessage) => _mailbox.PostSystem((SystemMessage)systemMessage);
}
