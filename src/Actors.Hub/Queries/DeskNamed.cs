using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>Answer to <see cref="DeskQueries.Name"/>.</summary>
/// <param name="Endpoint">Who was to be named.</param>
/// <param name="Name">How.</param>
/// <param name="Done">False where as many have a name as may.</param>
public sealed record DeskNamed(EndpointKey Endpoint, string Name, bool Done);
