namespace Actors.Hub.Services;

/// <summary>What a service is made of: the listener that it answers at, and the hub's bounds.</summary>
public sealed record ServiceSetup(ListenerOptions Listener, HubLimits Limits);
