using Actors.Backplane.RabbitMq;
using Actors.Server.Configuration;
using Actors.Server.Demo;
using Actors.Server.Demo.Processes;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>Nodes of one test, each a process of the built server, around the shared broker, with a chat in the room lobby.</summary>
internal sealed class Nodes(SharedBroker broker) : IDisposable
{
    public const string Room = "lobby";

    private readonly string _folder = Directory.CreateTempSubdirectory("actors-nodes-").FullName;
    private readonly List<ProcessNode> _nodes = [];
    private readonly List<DemoClient> _clients = [];
    private ProcessGuard? _guard;

    public DemoTally Tally { get; } = new(TimeProvider.System);

    /// <summary>Starts one; it takes another for lost after a second.</summary>
    public async Task<ProcessNode> StartAsync(string name)
    {
        _guard ??= new ProcessGuard(_folder);
        var node = await ProcessNode.StartAsync(
            name,
            _guard,
            [
                "--config", "/dev/null", "--set", "hub.listeners.chat.port=0", "--set", $"hub.listeners.chat.room={Room}",
                "--set", $"hub.node={name}", "--set", "hub.backplane=rabbitmq",
                "--set", $"{HubKeys.RabbitMqUri.Pattern}={broker.Broker.Uri}",
                "--set", "hub.node-heartbeat=200ms", "--set", "hub.node-timeout=1s",
            ],
            new Dictionary<string, string>
            {
                [RabbitMqCredentials.UserVariable] = broker.Credentials.User,
                [RabbitMqCredentials.PasswordVariable] = broker.Credentials.Password,
            },
            CancellationToken.None);
        _nodes.Add(node);
        return node;
    }

    public DemoClient Client(string name, ProcessNode node)
    {
        var client = new DemoClient(name, Room, node, Tally, TimeProvider.System);
        _clients.Add(client);
        return client;
    }

    /// <summary>Waits until each has heard each other.</summary>
    public static Task MeetAsync(params DemoClient[] clients) => Wait.Until("all have met", () =>
    {
        foreach (var client in clients.Where(client => !clients.All(other => other.HasMet(client)))) client.Calls();
        return Task.FromResult(clients.All(client => clients.All(other => other.HasMet(client))));
    });

    /// <summary>Waits until a node lists these members, and these only.</summary>
    public static Task ListsAsync(ProcessNode node, params DemoClient[] members) => Wait.Until(
        $"node {node.Name} lists {members.Length} members",
        async () => (await node.MembersAsync()).Order().SequenceEqual(members.Select(member => member.Endpoint).Order()));

    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
        foreach (var node in _nodes) node.Dispose();
        Directory.Delete(_folder, recursive: true);
        _guard?.Dispose();
    }
}
