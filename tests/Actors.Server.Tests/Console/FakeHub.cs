using System.Net;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Server.Console;

namespace Actors.Server.Tests.Console;

/// <summary>A hub that answers what it is given, or not at all.</summary>
internal sealed class FakeHub : IHubQuestions
{
    public static readonly EndpointKey One = new(IPAddress.Loopback, 5001);
    public static readonly EndpointKey Two = new(IPAddress.IPv6Loopback, 5002);

    public bool IsSilent { get; set; }

    public ClientsReport Clients() => Answer(new ClientsReport(
        [
            new ClientLine(One, "chat", new RoomName("lobby"), TimeSpan.FromSeconds(1.5)),
            new ClientLine(Two, "second", new RoomName("大厅"), TimeSpan.Zero),
        ]));

    public RoomsReport Rooms() => Answer(new RoomsReport([new RoomLine("chat", new RoomName("lobby"), "chat", 1, 1)]));

    public QuarantineReport Quarantine() => Answer(new QuarantineReport([new QuarantineLine(Two, "second", TimeSpan.FromSeconds(599.9))]));

    /// <summary>Who waits at the desk, by name or endpoint; the last is the latest.</summary>
    public List<string> Waits { get; } = [];

    /// <summary>What was said to whom at the desk.</summary>
    public List<string> Said { get; } = [];

    /// <summary>What comes of the desk, until it is used up.</summary>
    public Queue<DeskNews> News { get; } = [];

    public WaitingReport Waiting() => Answer(new WaitingReport(
        [new WaitingLine(One, "狗哥", "desk", TimeSpan.FromSeconds(12), 2), new WaitingLine(Two, null, "desk", TimeSpan.Zero, 1)]));

    public DeskReply Reply(string to, string text)
    {
        var who = to.Length > 0 && to != "latest" ? to : Waits.LastOrDefault();
        if (who is null || !Waits.Remove(who))
            return Answer(new DeskReply(DeskOutcome.NobodyThere, default, null));
        if (text.Length > DeskQueries.MaxReplyBytes)
            return Answer(new DeskReply(DeskOutcome.TooLong, One, who));
        Said.Add($"{who}: {text}");
        var isEndpoint = EndpointKey.TryParse(who, out var endpoint);
        return Answer(new DeskReply(DeskOutcome.Sent, isEndpoint ? endpoint : One, isEndpoint ? null : who));
    }

    public DeskNamed Name(EndpointKey endpoint, string name) => Answer(new DeskNamed(endpoint, name, Done: true));

    public DeskAway SetAway(string text) => Answer(new DeskAway(text));

    public DeskNews NextNews() => News.TryDequeue(out var news) ? news : throw new OperationCanceledException();

    public StatsReport Stats() => Answer(Report);

    public Pardoned Pardon(EndpointKey endpoint) => Answer(new Pardoned(endpoint, endpoint == Two));

    public static StatsReport Report { get; } = new()
    {
        Uptime = TimeSpan.FromSeconds(61),
        Received = 12,
        Sent = 34,
        Joined = 5,
        Evicted = 1,
        LatestEviction = TimeSpan.FromMilliseconds(480),
        Left = [(LeaveReason.Quit, 2), (LeaveReason.Silent, 1), (LeaveReason.Failed, 0)],
        Restarted = 0,
        Dropped = [(DropReason.TooLong, 3), (DropReason.RoomFull, 0), (DropReason.SendInvalidDestination, 4)],
        KernelDropped = null,
        Waiting = 7,
        BatchesFree = 256,
        AllocatedBytes = 1_000_000,
        HeapBytes = 500_000,
        Paused = TimeSpan.FromMilliseconds(12.5),
        Collections = [3, 1, 0],
    };

    private T Answer<T>(T report) => IsSilent ? throw new TimeoutException() : report;
}
