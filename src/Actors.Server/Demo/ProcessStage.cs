using Actors.Backplane.RabbitMq;
using Actors.Server.Configuration;
using Actors.Server.Demo.Processes;

namespace Actors.Server.Demo;

/// <summary>The demo with all that is real: a private broker, and each node a process of its own.</summary>
internal sealed class ProcessStage : IDemoStage
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actors-demo-").FullName;
    private readonly ProcessGuard _guard;
    private readonly PrivateBroker _broker;

    public ProcessStage()
    {
        _guard = new ProcessGuard(_folder);
        _broker = new PrivateBroker(Path.Combine(_folder, "broker"), _guard);
    }

    public string Description => $"three nodes, a process each, around a private RabbitMQ at {_broker.Uri.Authority}";

    public bool HasBroker => true;

    public string HowKilled => "kill -9";

    public Task OpenAsync(CancellationToken stop) => _broker.StartAsync(stop);

    public async Task<IDemoNode> StartNodeAsync(string name, CancellationToken stop) => await ProcessNode.StartAsync(
        name,
        _guard,
        ["--config", DemoConfiguration.FileOf(name), "--set", $"{HubKeys.RabbitMqUri.Pattern}={_broker.Uri}"],
        new Dictionary<string, string>
        {
            [RabbitMqCredentials.UserVariable] = _broker.Credentials.User,
            [RabbitMqCredentials.PasswordVariable] = _broker.Credentials.Password,
        },
        stop);

    public void HangBroker() => _broker.Hang();

    public void ResumeBroker() => _broker.Resume();

    public void Dispose()
    {
        _broker.Dispose();
        Directory.Delete(_folder, recursive: true);
        _guard.Dispose();
    }
}
