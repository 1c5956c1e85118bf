using System.Net;
using Actors.Hub;
using Actors.Hub.Backplane;
using Akka.Actor;

namespace Actors.Server.Demo;

/// <summary>A hub with an actor system of its own in this process.</summary>
internal sealed class InProcessNode(
    string name, ActorSystem system, IActorRef hub, IReadOnlyList<BoundListener> listeners, HubCounters counters, IBackplane backplane)
    : IDemoNode
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(5);

    public string Name => name;

    public IPEndPoint Of(string room) => listeners.Single(listener => listener.Options.Room.Value == room).LocalEndpoint.ToIPEndPoint();

    public async Task<IReadOnlyCollection<string>> MembersAsync()
    {
        var report = await hub.Ask<ClientsReport>(HubQueries.GetClients.Instance, AnswersWithin);
        return [.. report.Clients.Select(client => client.Endpoint.ToString())];
    }

    public Task<long> LostMembersAsync() => Task.FromResult(counters.Backplane.Peers.Sum(peer => peer.Left(LeaveReason.NodeLost)));

    public void Kill()
    {
        // The exchange first, so that nothing of it is heard any more.
        backplane.DisposeAsync().AsTask().GetAwaiter().GetResult();
        system.Terminate().Wait(AnswersWithin);
        foreach (var listener in listeners) listener.Dispose();
    }

    public void Dispose() => Kill();
}
