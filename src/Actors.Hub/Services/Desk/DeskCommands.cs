using Actors.Datagrams;
using Actors.Hub.Protocol;
using Akka.Actor;

namespace Actors.Hub.Services.Desk;

/// <summary>What the <see cref="DeskActor"/> is told besides <see cref="DeskQueries"/>.</summary>
internal static class DeskCommands
{
    /// <summary>
    /// From a room: somebody wrote to the operator. The desk owns the lease of the datagram that said it.
    /// </summary>
    /// <param name="Who">Who wrote, and where.</param>
    /// <param name="Text">What.</param>
    /// <param name="Socket">The wire to answer by.</param>
    /// <param name="Cause">The datagram.</param>
    public sealed record Hear(DeskPerson Who, Line Text, IActorRef Socket, ReceivedDatagram Cause);
}
