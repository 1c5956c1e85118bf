using Actors.Datagrams;

namespace Actors.Hub.Services.Desk;

/// <summary>Somebody at a desk.</summary>
/// <param name="Listener">Which desk.</param>
/// <param name="Endpoint">Who.</param>
/// <param name="LineMode">Whether what it is sent ends with a newline.</param>
internal readonly record struct DeskPerson(string Listener, EndpointKey Endpoint, bool LineMode)
{
    /// <summary>The same person, however it likes its lines.</summary>
    public (string, EndpointKey) Key => (Listener, Endpoint);
}
