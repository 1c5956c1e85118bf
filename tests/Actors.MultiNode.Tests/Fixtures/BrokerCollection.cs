namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>Tests that hang and kill the broker, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrokerCollection : ICollectionFixture<SharedBroker>
{
    public const string Name = "broker";
}
