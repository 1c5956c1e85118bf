using Actors.Hub.Backplane;
using Actors.Hub.Rooms;
using Akka.Actor;

namespace Actors.Hub.Queries;

/// <summary>
/// Answers one <see cref="HubQueries.GetClients"/>: asks the rooms, which have their clients answer, and the backplane for the members of other
/// nodes; then stops. What has not answered when nothing came for <see cref="Patience"/> has left meanwhile.
/// </summary>
internal sealed class ClientsCollector : ReceiveActor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<IActorRef> _rooms;
    private readonly IActorRef _asker;
    private readonly BackplaneSetup? _backplane;
    private readonly List<ClientLine> _lines = [];
    private int _reportsToCome;
    private int _linesToCome;

    public ClientsCollector(IReadOnlyList<IActorRef> rooms, IActorRef asker, BackplaneSetup? backplane)
    {
        _rooms = rooms;
        _asker = asker;
        _backplane = backplane;
        _reportsToCome = rooms.Count + (backplane is null ? 0 : 1);

        Receive<RoomEvents.ClientsAsked>(OnClientsAsked);
        Receive<ClientLine>(OnLine);
        Receive<ClientsReport>(OnElsewhere);
        Receive<ReceiveTimeout>(_ => Answer());
    }

    public static Props Props(IReadOnlyList<IActorRef> rooms, IActorRef asker, BackplaneSetup? backplane) =>
        Akka.Actor.Props.Create(() => new ClientsCollector(rooms, asker, backplane)).WithDispatcher(HubActor.Dispatcher);

    private void OnClientsAsked(RoomEvents.ClientsAsked asked)
    {
        _reportsToCome--;
        _linesToCome += asked.Count;
        AnswerWhenComplete();
    }

    private void OnLine(ClientLine line)
    {
        _lines.Add(_backplane is null ? line : line with { Node = _backplane.Node });
        AnswerWhenComplete();
    }

    private void OnElsewhere(ClientsReport report)
    {
        _reportsToCome--;
        _linesToCome += report.Clients.Count;
        _lines.AddRange(report.Clients);
        AnswerWhenComplete();
    }

    private void AnswerWhenComplete()
    {
        if (_reportsToCome == 0 && _lines.Count == _linesToCome)
        {
            Answer();
        }
    }

    private void Answer()
    {
        _asker.Tell(new ClientsReport(
        [
            .. _lines
                .OrderBy(line => line.Node?.Value, StringComparer.Ordinal)
                .ThenBy(line => line.Listener, StringComparer.Ordinal)
                .ThenBy(line => line.Endpoint.Address.ToString(), StringComparer.Ordinal)
                .ThenBy(line => line.Endpoint.Port),
        ]));
        Context.Stop(Self);
    }

    protected override void PreStart()
    {
        Context.SetReceiveTimeout(Patience);
        foreach (var room in _rooms)
        {
            room.Tell(RoomCommands.DescribeClients.Instance);
        }

        _backplane?.Actor.Tell(BackplaneCommands.DescribeClients.Instance);
    }
}
