using System.Runtime.InteropServices;
using Actors.Datagrams;
using Actors.Hub.Rooms;
using Akka.Actor;
using Akka.Event;

namespace Actors.Hub.Backplane;

/// <summary>
/// The hub's way to the other nodes, one per hub that has one: publishes what its rooms' members say and who they are, and brings what comes
/// to the actor of the node that it came from.
/// <code>
/// backplane ─── peer-NODE, one for each other node
///
/// room ─ Said ─▶ the other rooms here of that name; the outbox, and from there to the <see cref="IBackplane"/> while that takes it
/// room ─ Joined, Left ─▶ roster; the first of a room's name subscribes it, the last unsubscribes it
/// IBackplane ─ Up ─▶ connected: what was not confirmed is published again
///            ─ Down ─▶ disconnected: what is said waits, and the oldest makes way
///            ─ Heard, Told ─▶ peer-NODE, made where there is none
/// every heartbeat ─▶ what the others lack of the roster, and that this node lives
/// </code>
/// </summary>
internal sealed class BackplaneActor : ReceiveActor
{
    /// <summary>Nodes that are known at most; of further ones nothing is heard. Each tells every other, so many more could not be served.</summary>
    internal const int MaxPeers = 256;

    /// <summary>How often all members are asked how long they have been silent, and that is told: as often as they beat by default.</summary>
    internal static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(10);

    // 64 parts of 500 members, every 500 ms: 100,000 members in 2 s, at 2.5 MB/s.
    private const int PartsABeat = 64;

    // Actors of this process, which do little.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(1);

    private readonly BackplaneSetup _setup;
    private readonly IReadOnlyList<IActorRef> _rooms;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private ICancelable? _beat;
    private IEnumerator<NodeNews.RosterSnapshot>? _snapshot;
    private bool _snapshotIsDue;
    private DateTimeOffset _askedForSilence;
    private bool _linkIsKnownToBeDown;
    private bool _namesakeWasSeen;

    public BackplaneActor(BackplaneSetup setup, IReadOnlyList<IActorRef> rooms)
    {
        _setup = setup;
        _rooms = rooms;

        Receive<BackplaneCommands.Said>(OnSaid);
        Receive<BackplaneCommands.Heard>(OnHeard);
        Receive<BackplaneCommands.Settled>(OnSettled);
        Receive<BackplaneCommands.Told>(OnTold);
        Receive<BackplaneCommands.Joined>(OnJoined);
        Receive<BackplaneCommands.Left>(left => Leave(left.Listener, left.Endpoint, left.Reason));
        Receive<BackplaneCommands.Closed>(OnClosed);
        Receive<BackplaneCommands.Up>(OnUp);
        Receive<BackplaneCommands.Down>(OnDown);
        Receive<BackplaneCommands.Overlooked>(OnOverlooked);
        Receive<BackplaneCommands.Beat>(_ => OnBeat());
        Receive<ClientLine>(Roster.Report);
        Receive<RoomEvents.ClientsAsked>(_ => { });
        Receive<BackplaneCommands.AskRoster>(ask => TellOthers(new NodeNews.RosterRequest(Life, ask.Of)));
        Receive<BackplaneCommands.Forget>(OnForget);
        Receive<BackplaneCommands.Stop>(_ => OnStop());
        Receive<BackplaneCommands.DescribeClients>(_ => OnDescribeClients());
        Receive<BackplaneCommands.DescribeRooms>(_ => OnDescribeRooms());
    }

    public static Props Props(BackplaneSetup setup, IReadOnlyList<IActorRef> rooms) =>
        Akka.Actor.Props.Create(() => new BackplaneActor(setup, rooms)).WithDispatcher(HubActor.Dispatcher);

    private IBackplane Backplane => _setup.Backplane;

    private BackplaneOutbox Outbox => _setup.Outbox;

    private LocalRoster Roster => _setup.Roster;

    private BackplaneCounters Counters => _setup.Counters;

    private NodeIncarnation Life => _setup.Life;

    private DateTimeOffset Now => Context.System.Scheduler.Now;

    private void OnSaid(BackplaneCommands.Said said)
    {
        _setup.Outgoing.Return();
        foreach (var room in Roster.RoomsOf(said.Room).Where(room => !room.Equals(Sender)))
        {
            _setup.Incoming.TakeMore(1);
            room.Tell(new RoomCommands.Hear(said.Line));
        }

        ref var sequence = ref CollectionsMarshal.GetValueRefOrAddDefault(_setup.Sequences, said.Room, out _);
        MadeWay(Outbox.Add(new BackplaneMessage(Life, said.Room, ++sequence, Now, said.Line)));
        Publish();
    }

    /// <summary>Hands on what waits, as far as it is taken.</summary>
    private void Publish()
    {
        while (Outbox.TryPeek(out var next) && Backplane.TryPublish(next, _setup.Connection))
        {
            Outbox.Taken(Now);
            Counters.CountPublished();
        }

        Counters.SetQueue(Outbox.Waiting, Outbox.Unconfirmed);
    }

    private void OnSettled(BackplaneCommands.Settled settled)
    {
        if (!Outbox.Settle(settled.Message, out var takenAt))
        {
            return;
        }

        if (settled.Outcome == PublishOutcome.Confirmed)
        {
            Counters.CountConfirmed();
            Counters.ConfirmLag.Measure(Now - takenAt);
        }
        else
        {
            _setup.HubCounters.CountDropped(DropReason.BackplaneRefused);
        }

        Publish();
    }

    private void MadeWay(int messages) => _setup.HubCounters.CountDropped(DropReason.BackplaneQueueFull, messages);

    private void OnHeard(BackplaneCommands.Heard heard)
    {
        if (Peer(heard.Message.From) is { } peer)
        {
            peer.Tell(new PeerCommands.Heard(heard.Message, [.. Roster.RoomsOf(heard.Message.Room)]));
        }
        else
        {
            NotHeard();
        }
    }

    private void OnTold(BackplaneCommands.Told told)
    {
        if (Peer(told.News.From) is not { } peer)
        {
            NotHeard();
            return;
        }

        peer.Tell(new PeerCommands.Told(told.News));
        if (told.News is NodeNews.RosterRequest request && (request.Of is null || request.Of == _setup.Node))
        {
            _snapshotIsDue = true;
        }
    }

    private void NotHeard()
    {
        _setup.Incoming.Return();
        _setup.HubCounters.CountDropped(DropReason.BackplaneNotHeard);
    }

    /// <summary>The node's actor; null for a node that is not heard.</summary>
    private IActorRef? Peer(NodeIncarnation from)
    {
        if (from.Node == _setup.Node)
        {
            WarnOfNamesake();
            return null;
        }

        if (!_setup.Peers.TryGetValue(from.Node, out var peer) && _setup.Peers.Count < MaxPeers)
        {
            // Numbered, since one of the same name that was forgotten may be there yet.
            peer = Context.ActorOf(PeerNodeActor.Props(_setup, from.Node), $"peer-{from.Node}-{++_setup.PeersMade}");
            _setup.Peers.Add(from.Node, peer);
        }

        return peer;
    }

    /// <summary>Not in the beginning: what an earlier life of this node has left at a broker may yet come.</summary>
    private void WarnOfNamesake()
    {
        var hasLivedForLong = NodeIncarnation.Begin(_setup.Node, Now - _setup.Options.NodeTimeout).Number >= Life.Number;
        if (hasLivedForLong && !_namesakeWasSeen)
        {
            _namesakeWasSeen = true;
            _log.Warning("another hub calls itself {0}: neither hears the other; give each its own hub.node", _setup.Node);
        }
    }

    /// <summary>Behind all that it was told before.</summary>
    private void OnForget(BackplaneCommands.Forget forget)
    {
        if (_setup.Peers.Remove(forget.Node, out var peer))
        {
            peer.Tell(PoisonPill.Instance);
            Counters.Forget(forget.Node);
        }
    }

    private void OnStop()
    {
        _beat?.Cancel();
        TellOthers(new NodeNews.Stopping(Life));
    }

    private void OnJoined(BackplaneCommands.Joined joined)
    {
        var member = new RosterMember(joined.Endpoint, joined.Listener, joined.Room, TimeSpan.Zero);
        if (Roster.Join(member, joined.IsShared ? Sender : null))
        {
            Backplane.Subscribe(joined.Room);
        }
    }

    private void Leave(string listener, EndpointKey endpoint, LeaveReason reason)
    {
        if (Roster.Leave(listener, endpoint, reason, Sender) is { } empty)
        {
            Backplane.Unsubscribe(empty);
        }
    }

    private void OnClosed(BackplaneCommands.Closed closed)
    {
        foreach (var endpoint in Roster.EndpointsOf(closed.Listener))
        {
            Leave(closed.Listener, endpoint, closed.Reason);
        }
    }

    private void OnUp(BackplaneCommands.Up up)
    {
        _log.Info("backplane {0}: connected as node {1}", Backplane.Description, _setup.Node);
        Counters.SetLink(_setup.Node, Backplane.Description, isUp: true);
        Counters.CountUp();
        _linkIsKnownToBeDown = false;
        _setup.Connection = up.Connection;
        MadeWay(Outbox.Rewind());
        _snapshot = null;
        TellOthers(new NodeNews.RosterRequest(Life, null));
        OnBeat();
    }

    private void OnDown(BackplaneCommands.Down down)
    {
        // Each try that fails says so; the operator is told of the first.
        const string text = "backplane {0}: not connected: {1}; the rooms here go on";
        if (_linkIsKnownToBeDown)
        {
            _log.Debug(text, Backplane.Description, down.Why);
        }
        else
        {
            _log.Warning(text, Backplane.Description, down.Why);
        }

        _linkIsKnownToBeDown = true;
        Counters.SetLink(_setup.Node, $"{Backplane.Description}: {down.Why}", isUp: false);
    }

    private void OnOverlooked(BackplaneCommands.Overlooked overlooked)
    {
        Counters.CountOverlooked();
        _log.Debug("backplane {0}: overlooked: {1}", Backplane.Description, overlooked.Why);
    }

    private void OnBeat()
    {
        // While nobody hears it, there is nothing to tell: the changes wait, and come first when it is connected.
        if (Counters.IsUp)
        {
            TellOfMyself();
        }

        Publish();
        AskForSilence();
    }

    private void TellOfMyself()
    {
        if (_snapshot is null)
        {
            foreach (var change in Roster.TakeChanges(Life))
            {
                TellOthers(change);
            }

            BeginSnapshot();
        }

        TellSnapshot();
        TellOthers(new NodeNews.Beat(Life, Roster.Version));
    }

    /// <summary>What is not taken is forgotten: the next beat shows the others that they missed something.</summary>
    private void TellOthers(NodeNews news)
    {
        if (!Backplane.TryTell(news))
        {
            _setup.HubCounters.CountDropped(DropReason.BackplaneNewsRefused);
        }
    }

    private void BeginSnapshot()
    {
        if (_snapshotIsDue)
        {
            _snapshotIsDue = false;
            _snapshot = Roster.Snapshot(Life);
            _snapshot.MoveNext();
        }
    }

    /// <summary>So many parts as a beat may have; while some are left, the roster stays at their version.</summary>
    private void TellSnapshot()
    {
        for (var n = 0; n < PartsABeat && _snapshot is not null && Backplane.TryTell(_snapshot.Current); n++)
        {
            if (!_snapshot.MoveNext())
            {
                _snapshot = null;
            }
        }
    }

    /// <summary>Has every client tell how long it has been silent; those that have by the next beat are told of with that.</summary>
    private void AskForSilence()
    {
        if (_setup.Peers.Count == 0 || Now - _askedForSilence < ReportInterval)
        {
            return;
        }

        _askedForSilence = Now;
        _snapshotIsDue = true;
        foreach (var room in _rooms)
        {
            room.Tell(RoomCommands.DescribeClients.Instance);
        }
    }

    private void OnDescribeClients() => Gather<ClientsReport>(
        PeerCommands.DescribeClients.Instance, reports => new ClientsReport([.. reports.SelectMany(report => report.Clients)]));

    private void OnDescribeRooms() => Gather<RoomsReport>(
        PeerCommands.DescribeRooms.Instance, reports => new RoomsReport([.. reports.SelectMany(report => report.Rooms)]));

    /// <summary>Asks every peer, and tells the sender what their answers make together.</summary>
    private void Gather<T>(object question, Func<T[], object> join) =>
        Task.WhenAll(_setup.Peers.OrderBy(peer => peer.Key).Select(peer => peer.Value.Ask<T>(question, AnswerTime)))
            .PipeTo(Sender, Self, join);

    private void StartBeating() =>
        _beat = Context.System.Scheduler.ScheduleTellRepeatedlyCancelable(
            _setup.Options.Heartbeat, _setup.Options.Heartbeat, Self, BackplaneCommands.Beat.Instance, Self);

    protected override void PreStart()
    {
        _setup.Life = NodeIncarnation.Begin(_setup.Node, Now);
        Counters.SetLink(_setup.Node, $"{Backplane.Description}: connecting", isUp: false);
        StartBeating();
        Backplane.Start(Life, new BackplaneSink(_setup, Self));
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);

    /// <summary>The peers live on, and the backplane does.</summary>
    protected override void PreRestart(Exception reason, object message) => _beat?.Cancel();

    protected override void PostRestart(Exception reason) => StartBeating();

    protected override void PostStop()
    {
        _beat?.Cancel();
        _setup.HubCounters.CountDropped(DropReason.HubStopping, Outbox.Waiting);
    }
}
