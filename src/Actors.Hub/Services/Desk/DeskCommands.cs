using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub.Services.Desk;

/// <summary>What the <see cref="DeskActor"/> is told besides <see cref="DeskQueries"/>.</summary>
internal static class DeskCommands
{
    /// <summary>
    /// From a room: somebody wrote to the operator. The desk owns the message.
    /// </summary>
    /// <param name="Who">Who wrote, and where.</param>
    /// <param name="Message">What.</param>
    /// <param name="Socket">The wire to answer by.</param>
    public sealed record Hear(DeskPerson Who, OutgoingMessage Message, IActorRef Socket);
}
