namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>Demos, one after the other: each starts five processes, and what it measures another's start would disturb.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection
{
    public const string Name = "demo";
}
