using System.Security.Cryptography;
using System.Text;
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
        Broker = new PrivateBroker(_folder, _guard, [.. Certificates.Settings(_folder, tls), ConfinedUser()]);
        await Broker.StartAsync(CancellationToken.None);
    }

    /// <summary>The user of all tests, who can touch only <c>hub.*</c>, as the README says to make one.</summary>
    internal RabbitMqCredentials Credentials { get; } = new("hub", RandomNumberGenerator.GetHexString(16));

    /// <summary>The broker's options with names that no other test has.</summary>
    internal RabbitMqOptions Options() => new(Broker.Uri, Credentials) { Prefix = $"hub.t{++_tests}" };

    /// <summary>What the broker has warned of, in its order.</summary>
    internal string Warnings() => string.Concat(Directory.GetFiles(Path.Combine(_folder, "log"), "*@localhost.log").Select(File.ReadAllText));

    /// <summary>
    /// The line of rabbitmq.conf that has the broker make the user; see https://www.rabbitmq.com/docs/passwords for the hash.
    /// </summary>
    private string ConfinedUser()
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        var hash = Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(Credentials.Password)])]);
        var definitions = Path.Combine(_folder, "definitions.json");
        File.WriteAllText(definitions, $$"""
            {
              "vhosts": [{ "name": "/" }],
              "users": [{ "name": "hub", "password_hash": "{{hash}}", "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": [] }],
              "permissions": [{ "user": "hub", "vhost": "/", "configure": "^hub\\.", "write": "^hub\\.", "read": "^hub\\." }]
            }
            """);
        return $"load_definitions = {definitions}";
    }

    public Task DisposeAsync()
    {
        Broker?.Dispose();
        _guard?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
