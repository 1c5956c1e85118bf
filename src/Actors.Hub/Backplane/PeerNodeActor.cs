using Actors.Hub.Rooms;
using Akka.Actor;
using Akka.Event;

namespace Actors.Hub.Backplane;

/// <summary>
/// Another node: hands what its members say to the rooms here, each message once, and notices when it falls silent.
/// <code>
/// lost  ─ anything of it, unless it has stopped ─▶ alive; its roster is asked for
/// alive ─ anything of it ─▶ alive, and silence begins anew; its roster is asked for where something was missed
/// alive ─ ReceiveTimeout ─▶ lost: its members have left (node lost)
/// alive ─ Stopping ───────▶ lost: its members have left (hub stopping)
/// alive ─ anything of a later life ─▶ alive, all that was known of the earlier one forgotten
/// lost  ─ ReceiveTimeout ─▶ forgotten, by the parent
/// </code>
/// </summary>
internal sealed class PeerNodeActor : ReceiveActor
{
    /// <summary>What it said before it was lost may come again for so long, and must not be heard twice.</summary>
    internal static readonly TimeSpan ForgetTime = TimeSpan.FromMinutes(10);

    private readonly BackplaneSetup _setup;
    private readonly NodeId _node;
    private readonly PeerState _state;
    private readonly PeerCounters _counters;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private DateTimeOffset _lastSign;
    private bool _waitsForRest;

    public PeerNodeActor(BackplaneSetup setup, NodeId node, PeerState state)
    {
        _setup = setup;
        _node = node;
        _state = state;
        _counters = setup.Counters.Peer(node);

        Receive<PeerCommands.Heard>(OnHeard);
        Receive<PeerCommands.Told>(OnTold);
        Receive<ReceiveTimeout>(_ => OnReceiveTimeout());
        Receive<PeerCommands.DescribeClients>(_ => Sender.Tell(DescribeClients()));
        Receive<PeerCommands.DescribeRooms>(_ => Sender.Tell(DescribeRooms()));
    }

    public static Props Props(BackplaneSetup setup, NodeId node)
    {
        var state = new PeerState(setup.Counters.Peer(node));
        return Akka.Actor.Props.Create(() => new PeerNodeActor(setup, node, state)).WithDispatcher(HubActor.Dispatcher);
    }

    private DateTimeOffset Now => Context.System.Scheduler.Now;

    private void OnHeard(PeerCommands.Heard heard)
    {
        var message = heard.Message;
        // Only what somebody here hears is remembered: their rooms are the configuration's, and a message may name any.
        if (!Sign(message.From) || (heard.Rooms.Count > 0 && !_state.Hear(message)))
        {
            _counters.CountDuplicate();
            _setup.Incoming.Return();
            return;
        }

        // One credit for each room that it goes to; one was taken when it came.
        _setup.Incoming.TakeMore(heard.Rooms.Count - 1);
        var command = new RoomCommands.Hear(message.Line);
        foreach (var room in heard.Rooms)
        {
            room.Tell(command);
        }

        if (heard.Rooms.Count > 0)
        {
            _counters.CountConsumed();
            _counters.Lag.Measure(Now - message.SaidAt);
        }
    }

    private void OnTold(PeerCommands.Told told)
    {
        _setup.Incoming.Return();
        var news = told.News;
        if (!Sign(news.From))
        {
            _setup.HubCounters.CountDropped(DropReason.BackplaneNotHeard);
            return;
        }

        if (news is NodeNews.Stopping)
        {
            Lose(LeaveReason.HubStopping);
        }
        else if (!_state.Take(news))
        {
            Context.Parent.Tell(new BackplaneCommands.AskRoster(_node));
        }
    }

    /// <summary>Notes a sign of life; false where it is of a life that is over.</summary>
    private bool Sign(NodeIncarnation life)
    {
        var sign = _state.Sign(life);
        if (sign == PeerSign.Stale)
        {
            return false;
        }

        _lastSign = Now;
        if (sign != PeerSign.Known || _waitsForRest)
        {
            _waitsForRest = false;
            Context.SetReceiveTimeout(_setup.Options.NodeTimeout);
        }

        if (sign != PeerSign.Known)
        {
            _log.Info("node {0} {1}", _node, sign == PeerSign.Appeared ? "is there" : "has started anew");
        }

        return true;
    }

    /// <summary>It may have waited behind a sign of life that came in time.</summary>
    private void OnReceiveTimeout()
    {
        if (_state.IsLost)
        {
            Context.SetReceiveTimeout(null);
            Context.Parent.Tell(new BackplaneCommands.Forget(_node));
        }
        else if (_lastSign + _setup.Options.NodeTimeout - Now is var rest && rest > TimeSpan.Zero)
        {
            _waitsForRest = true;
            Context.SetReceiveTimeout(rest);
        }
        else
        {
            Lose(LeaveReason.NodeLost);
        }
    }

    private void Lose(LeaveReason reason)
    {
        var members = _state.Lose(reason);
        _waitsForRest = false;
        Context.SetReceiveTimeout(ForgetTime);
        if (reason == LeaveReason.NodeLost)
        {
            _counters.CountLost();
            _log.Warning("node {0} is lost: nothing came of it for {1}; its members here are gone: {2}", _node, _setup.Options.NodeTimeout, members);
        }
        else
        {
            _log.Info("node {0} has stopped; its members here are gone: {1}", _node, members);
        }
    }

    private ClientsReport DescribeClients() => new(
        [.. _state.Members.Select(one => new ClientLine(one.Endpoint, one.Listener, one.Room, one.Silent) { Node = _node })]);

    private RoomsReport DescribeRooms() => new(
    [
        .. _state.Members
            .GroupBy(member => (member.Listener, member.Room))
            .Select(group => new RoomLine(group.Key.Listener, group.Key.Room, "", group.Count(), 0) { Node = _node }),
    ]);

    protected override void PreStart() => Context.SetReceiveTimeout(_setup.Options.NodeTimeout);

    protected override void PostRestart(Exception reason)
    {
        _lastSign = Now;
        Context.SetReceiveTimeout(_state.IsLost ? ForgetTime : _setup.Options.NodeTimeout);
    }
}
