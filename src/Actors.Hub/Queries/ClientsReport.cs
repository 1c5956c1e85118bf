namespace Actors.Hub;

/// <summary>Answer to <see cref="HubQueries.GetClients"/>: every member, by listener and then by endpoint.</summary>
public sealed record ClientsReport(IReadOnlyList<ClientLine> Clients);
