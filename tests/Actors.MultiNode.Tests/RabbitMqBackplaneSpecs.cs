using Actors.Backplane.RabbitMq;
using Actors.Hub.Backplane;
using Actors.Hub.Tests.Backplane.Contract;
using Actors.MultiNode.Tests.Fixtures;

namespace Actors.MultiNode.Tests;

/// <summary>
/// The contract, on RabbitMQ: hung is SIGSTOP of the broker, cut off is the network between. (For a broker that is killed see NodeTests.)
/// </summary>
[Collection(BrokerCollection.Name)]
public sealed class RabbitMqBackplaneSpecs(SharedBroker shared) : BackplaneContract
{
    private readonly RabbitMqOptions? _options = shared.Broker is null ? null : shared.Options();
    private readonly BrokerProxy? _network = shared.Broker is null ? null : new BrokerProxy(shared.Broker.Uri);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _network?.Dispose();
    }

    protected override IBackplane Connect() => new RabbitMqBackplane(_options! with { Uri = _network!.Uri }, TimeProvider.System);

    protected override Task HangAsync() => Do(shared.Broker.Hang);

    protected override Task ResumeAsync() => Do(shared.Broker.Resume);

    protected override Task CutAsync() => Do(_network!.Cut);

    protected override Task RestoreAsync() => Do(_network!.Restore);

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
