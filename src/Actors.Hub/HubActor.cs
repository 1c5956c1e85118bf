using Actors.Hub.Backplane;
using Actors.Hub.Observing;
using Actors.Hub.Queries;
using Actors.Hub.Rooms;
using Actors.Hub.Services;
using Actors.Hub.Services.Desk;
using Actors.Hub.Sockets;
using Akka.Actor;

namespace Actors.Hub;

/// <summary>
/// The hub: one per process, named <c>hub</c>. It makes a room and a socket for each listener, and answers the operator's
/// questions (<see cref="HubQueries"/>, <see cref="DeskQueries"/>).
/// <code>
/// hub ─┬─ room-NAME ─── a client for each member
///      ├─ socket-NAME, and socket-NAME.2 … where the listener has several sockets
///      ├─ desk
///      ├─ backplane ─ an actor for each other node
///      └─ lost-leases
/// </code>
/// </summary>
public sealed class HubActor : ReceiveActor
{
    /// <summary>The configuration key of the dispatcher that every actor of the hub runs on.</summary>
    public const string Dispatcher = "hub.dispatcher";

    // A room that does not answer for so long has a fault; Bye! must be said well within the 2 s that a stop may take.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ByeTime = TimeSpan.FromSeconds(1);

    // What waits at a socket may be datagrams-in-flight messages for every member: seconds of sending. What has not left by then makes way.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(300);

    private readonly HubSetup _setup;

    /// <summary>
    /// See <see cref="Props(HubOptions, IReadOnlyList{BoundListener}, HubCounters, ServiceRegistry?, HubObservers?, IBackplane?)"/>.
    /// </summary>
    public HubActor(HubSetup setup)
    {
        _setup = setup;

        Receive<HubQueries.GetClients>(_ => Context.ActorOf(ClientsCollector.Props(Rooms, Sender, _setup.Backplane)));
        Receive<HubQueries.GetRooms>(_ => OnGetRooms());
        Receive<HubQueries.GetQuarantine>(_ => Gather<QuarantineReport>(RoomCommands.DescribeQuarantine.Instance, Join));
        Receive<HubQueries.Pardon>(OnPardon);
        Receive<DeskCommands.Hear>(hear => Desk.Forward(hear));
        Receive<IDeskQuery>(query => Desk.Forward(query));
        Receive<HubQueries.SayBye>(_ => OnSayBye());
        Receive<Hush>(_ => OnHush());
    }

    /// <summary>How to make the hub.</summary>
    /// <param name="options">What the operator chose.</param>
    /// <param name="listeners">The listeners, each with its socket, which becomes the hub's: it closes it when it stops.</param>
    /// <param name="counters">Where it counts.</param>
    /// <param name="services">The services that listeners may name; the product's own unless given.</param>
    /// <param name="observers">Who watches, now or later; nobody unless given.</param>
    /// <param name="backplane">
    /// The way to other nodes, which the hub starts, and whoever made it disposes when the hub has stopped; none unless given.
    /// </param>
    /// <exception cref="ArgumentException">A listener names a service that does not exist.</exception>
    public static Props Props(
        HubOptions options,
        IReadOnlyList<BoundListener> listeners,
        HubCounters counters,
        ServiceRegistry? services = null,
        HubObservers? observers = null,
        IBackplane? backplane = null) =>
        Props(new HubSetup(options, listeners, counters, services ?? ServiceRegistry.Default, observers, backplane));

    internal static Props Props(HubSetup setup) => Akka.Actor.Props.Create(() => new HubActor(setup)).WithDispatcher(Dispatcher);

    // Asked for by name, since a restart keeps the children and not the fields.
    private IReadOnlyList<IActorRef> Rooms => [.. _setup.Listeners.Select(listener => Context.Child(RoomOf(listener)))];

    private IActorRef Desk => Context.Child("desk");

    private static string RoomOf(Listener listener) => $"room-{listener.Options.Name}";

    private static string SocketOf(Shard shard) => $"socket-{shard.Name}";

    /// <summary>The watch of the listener that an actor of the hub works for.</summary>
    private ListenerWatch? WatchOf(ActorPath path) => _setup.Listeners
        .FirstOrDefault(listener => path.Elements.Contains(RoomOf(listener)) || listener.Shards.Any(shard => path.Elements.Contains(SocketOf(shard))))?
        .Watch;

    private void OnGetRooms()
    {
        var asker = Sender;
        if (_setup.Backplane is not { } backplane)
        {
            Gather<RoomLine>(RoomCommands.Describe.Instance, lines => new RoomsReport(lines));
            return;
        }

        var here = Task.WhenAll(Rooms.Select(room => room.Ask<RoomLine>(RoomCommands.Describe.Instance, AnswerTime)));
        var elsewhere = backplane.Actor.Ask<RoomsReport>(BackplaneCommands.DescribeRooms.Instance, AnswerTime);
        Task.WhenAll(here, elsewhere).PipeTo(asker, Self, () =>
            new RoomsReport([.. here.Result.Select(line => line with { Node = backplane.Node }), .. elsewhere.Result.Rooms]));
    }

    private void OnPardon(HubQueries.Pardon pardon) => Gather<Pardoned>(
        new RoomCommands.Pardon(pardon.Endpoint),
        answers => new Pardoned(pardon.Endpoint, answers.Any(answer => answer.WasQuarantined)));

    private void OnSayBye()
    {
        Context.System.Scheduler.ScheduleTellOnce(LastWords, Self, Hush.Instance, Self);
        Gather<ByeSaid>(RoomCommands.SayBye.Instance, Join, ByeTime);
        _setup.Backplane?.Actor.Tell(BackplaneCommands.Stop.Instance);
    }

    private void OnHush()
    {
        foreach (var listener in _setup.Listeners)
        {
            listener.Hush();
        }
    }

    /// <summary>Asks every room, and tells the sender what their answers make together.</summary>
    private void Gather<T>(object question, Func<T[], object> join, TimeSpan? time = null) =>
        Task.WhenAll(Rooms.Select(room => room.Ask<T>(question, time ?? AnswerTime))).PipeTo(Sender, Self, join);

    private static QuarantineReport Join(QuarantineReport[] reports) => new([.. reports.SelectMany(report => report.Endpoints)]);

    private static ByeSaid Join(ByeSaid[] answers) => new(answers.Sum(answer => answer.Members));

    protected override void PreStart()
    {
        Context.ActorOf(LostLeaseCollector.Props(_setup.Pool, _setup.Messages, _setup.Counters, WatchOf), "lost-leases");
        Context.ActorOf(DeskActor.Props(_setup.Desk), "desk");
        var rooms = _setup.Listeners.Zip(_setup.Rooms, (listener, setup) => Context.ActorOf(RoomActor.Props(setup), RoomOf(listener))).ToArray();
        if (_setup.Backplane is { } backplane)
        {
            backplane.Actor = Context.ActorOf(BackplaneActor.Props(backplane, rooms), "backplane");
        }

        // Last: nobody joins before there is whoever must know of it.
        foreach (var (listener, room) in _setup.Listeners.Zip(rooms))
        {
            IActorRef? sending = null;
            foreach (var shard in listener.Shards)
            {
                var socket = Context.ActorOf(SocketActor.Props(shard, room, sending, _setup.Counters), SocketOf(shard));
                sending ??= socket;
            }
        }
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);

    /// <summary>Rooms and sockets live on.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
    }

    protected override void PostRestart(Exception reason)
    {
    }

    /// <summary>To itself: what waits at the sockets makes way for Bye!.</summary>
    private sealed record Hush
    {
        public static readonly Hush Instance = new();
    }
}
