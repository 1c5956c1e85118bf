namespace Actors.Hub;

/// <summary>What the hub passes on to its desk.</summary>
internal interface IDeskQuery;
