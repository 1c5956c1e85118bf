namespace Actors.Hub;

/// <summary>Answer to <see cref="HubQueries.GetClients"/>: every member, by node, listener and then endpoint.</summary>
public sealed record ClientsReport(IReadOnlyList<ClientLine> Clients);
