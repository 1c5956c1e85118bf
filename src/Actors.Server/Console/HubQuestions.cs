using Actors.Datagrams;
using Actors.Hub;
using Actors.Server.Traffic;
using Akka.Actor;

namespace Actors.Server.Console;

/// <summary>Asks the running hub. Each call blocks its thread, which is the console's own.</summary>
internal sealed class HubQuestions(
    IActorRef hub, HubCounters counters, IReadOnlyList<BoundListener> listeners, TimeProvider time, TrafficCapture? capture)
    : IHubQuestions
{
    // A hub that is busy answers late; an operator waits no longer than this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly long _startedAt = time.GetTimestamp();

    public ClientsReport Clients() => Ask<ClientsReport>(HubQueries.GetClients.Instance);

    public RoomsReport Rooms() => Ask<RoomsReport>(HubQueries.GetRooms.Instance);

    public QuarantineReport Quarantine() => Ask<QuarantineReport>(HubQueries.GetQuarantine.Instance);

    public Pardoned Pardon(EndpointKey endpoint) => Ask<Pardoned>(new HubQueries.Pardon(endpoint));

    public WaitingReport Waiting() => Ask<WaitingReport>(DeskQueries.GetWaiting.Instance);

    public DeskReply Reply(string to, string text) => Ask<DeskReply>(new DeskQueries.Reply(to, text));

    public DeskNamed Name(EndpointKey endpoint, string name) => Ask<DeskNamed>(new DeskQueries.Name(endpoint, name));

    public DeskAway SetAway(string text) => Ask<DeskAway>(new DeskQueries.SetAway(text));

    public DeskNews NextNews() => hub.Ask<DeskNews>(DeskQueries.Next.Instance, Timeout.InfiniteTimeSpan).GetAwaiter().GetResult();

    public StatsReport Stats() => new()
    {
        Uptime = time.GetElapsedTime(_startedAt),
        Received = counters.Received,
        Sent = counters.Sent,
        Joined = counters.Joined,
        Evicted = counters.Evicted,
        LatestEviction = counters.LatestEviction,
        Left = [.. Enum.GetValues<LeaveReason>().Select(reason => (reason, counters.Left(reason)))],
        Restarted = counters.ClientRestarts,
        Dropped = [.. Enum.GetValues<DropReason>().Select(reason => (reason, counters.Dropped(reason)))],
        KernelDropped = listeners.SelectMany(l => l.Sockets).Select(s => s.Statistics.KernelDropped).Aggregate((long?)0, (sum, dropped) => sum + dropped),
        Waiting = counters.Waiting,
        BatchesFree = counters.BatchesFree,
        Captured = capture is null ? null : (capture.Written, capture.Dropped),
        Backplane = counters.Backplane,
        AllocatedBytes = GC.GetTotalAllocatedBytes(),
        HeapBytes = GC.GetTotalMemory(forceFullCollection: false),
        Paused = GC.GetTotalPauseDuration(),
        Collections = [.. Enumerable.Range(0, GC.MaxGeneration + 1).Select(GC.CollectionCount)],
    };

    private T Ask<T>(object question)
    {
        try
        {
            return hub.Ask<T>(question, Patience).GetAwaiter().GetResult();
        }
        catch (AskTimeoutException late)
        {
            throw new TimeoutException("The hub did not answer.", late);
        }
    }
}
