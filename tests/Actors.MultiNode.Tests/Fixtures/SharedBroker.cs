using Actors.Backplane.RabbitMq;
using Actors.EndToEnd.Tests.Fixtures;
using Actors.Server.Demo.Processes;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>One broker for all tests of the collection, started with the first of them; each test has names of its own at it.</summary>
public sealed class SharedBroker : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actors-broker-").FullName;
    private ProcessGuard? _guard;
    private int _tests;

    /// <summary>Null where there is none.</summary>
    internal PrivateBroker Broker { get; private set; } = null!;

    /// <summary>Where it takes TLS.</summary>
    internal Uri TlsUri { get; private set; } = null!;

    internal Certificates Certificates { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Where there is none the tests are skipped, or fail: RabbitFact.
        if (PrivateBroker.WhyNot is not null) return;
        RealProcesses.TakeTurn();
        _guard = new ProcessGuard(_folder);
        Certificates = new Certificates(_folder);
        var tls = PrivateBroker.FreePorts(1)[0];
        TlsUri = new Uri($"amqps://127.0.0.1:{tls}");
        Broker = new PrivateBroker(_folder, _guard, Certificates.Settings(_folder, tls));
        await Broker.StartAsync(CancellationToken.None);
    }

    /// <summary>The broker's options with names that no other test has.</summary>
    internal RabbitMqOptions Options() => new(Broker.Uri, Broker.Credentials) { Prefix = $"hub.t{++_tests}" };

    public Task DisposeAsync()
    {
        Broker?.Dispose();
        _guard?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
