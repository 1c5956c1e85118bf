namespace Actors.Hub.Services;

/// <summary>What a service is made of: the listener that it answers at, and the hub's bounds.</summary>
/// <param name="Listener">The listener, with what its service is told.</param>
/// <param name="Limits">The hub's bounds.</param>
public sealed record ServiceSetup(ListenerOptions Listener, HubLimits Limits)
{
    /// <summary>The clock, and the local time zone, of services that tell the time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
