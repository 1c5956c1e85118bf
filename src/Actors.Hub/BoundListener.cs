using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>A listener whose socket is bound, and from now on the hub's: it closes it when it stops.</summary>
/// <remarks>
/// Sockets are bound before actors start, so that the operator hears of a port that is taken before the hub says that it is ready.
/// </remarks>
public sealed record BoundListener(ListenerOptions Options, IDatagramSocket Socket);
