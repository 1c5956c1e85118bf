using Actors.Backplane.RabbitMq;
using Actors.Hub.Backplane;
using Actors.Hub.Tests.Backplane.Contract;
using Actors.MultiNode.Tests.Fixtures;

namespace Actors.MultiNode.Tests;

/// <summary>The contract, on RabbitMQ: hung is SIGSTOP, cut off is a kill -9, and back is a restart with its data.</summary>
[Collection(BrokerCollection.Name)]
public sealed class RabbitMqBackplaneSpecs(SharedBroker shared) : BackplaneContract
{
    private readonly RabbitMqOptions? _options = shared.Broker is null ? null : shared.Options();

    protected override IBackplane Connect() => new RabbitMqBackplane(_options!, TimeProvider.System);

    protected override Task HangAsync()
    {
        shared.Broker.Hang();
        return Task.CompletedTask;
    }

    protected override Task ResumeAsync()
    {
        shared.Broker.Resume();
        return Task.CompletedTask;
    }

    protected override Task CutAsync()
    {
        shared.Broker.Kill();
        return Task.CompletedTask;
    }

    protected override Task RestoreAsync() => shared.Broker.StartAsync(CancellationToken.None);
}
