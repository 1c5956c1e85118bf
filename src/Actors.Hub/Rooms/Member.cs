using Actors.Datagrams;
using Akka.Actor;

namespace Actors.Hub.Rooms;

/// <summary>
/// An endpoint that is in a room, and who serves it. The room makes one when it admits the endpoint; it and the socket keep the same
/// object, each in a <see cref="Roster"/> of its own: it is never written to.
/// </summary>
/// <param name="Endpoint">Whose datagrams they are.</param>
/// <param name="Client">The actor that serves it.</param>
/// <param name="Socket">The socket that its datagrams come in by.</param>
/// <param name="LineMode">Whether it hears lines, each with its newline.</param>
internal sealed record Member(EndpointKey Endpoint, IActorRef Client, IActorRef Socket, bool LineMode);
