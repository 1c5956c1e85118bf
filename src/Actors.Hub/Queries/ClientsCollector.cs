using Actors.Hub.Rooms;
using Akka.Actor;

namespace Actors.Hub.Queries;

/// <summary>
/// Answers one <see cref="HubQueries.GetClients"/>: asks the rooms, which have their clients answer; then stops. What has not answered when
/// nothing came for <see cref="Patience"/> has left meanwhile.
/// </summary>
internal sealed class ClientsCollector : ReceiveActor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<IActorRef> _rooms;
    private readonly IActorRef _asker;
    private readonly List<ClientLine> _lines = [];
    private int _roomsToAnswer;
    private int _linesToCome;

    public ClientsCollector(IReadOnlyList<IActorRef> rooms, IActorRef asker)
    {
        _rooms = rooms;
        _asker = asker;
        _roomsToAnswer = rooms.Count;

        Receive<RoomEvents.ClientsAsked>(OnClientsAsked);
        Receive<ClientLine>(OnLine);
        Receive<ReceiveTimeout>(_ => Answer());
    }

    public static Props Props(IReadOnlyList<IActorRef> rooms, IActorRef asker) =>
        Akka.Actor.Props.Create(() => new ClientsCollector(rooms, asker)).WithDispatcher(HubActor.Dispatcher);

    private void OnClientsAsked(RoomEvents.ClientsAsked asked)
    {
        _roomsToAnswer--;
        _linesToCome += asked.Count;
        AnswerWhenComplete();
    }

    private void OnLine(ClientLine line)
    {
        _lines.Add(line);
        AnswerWhenComplete();
    }

    private void AnswerWhenComplete()
    {
        if (_roomsToAnswer == 0 && _lines.Count == _linesToCome)
        {
            Answer();
        }
    }

    private void Answer()
    {
        _asker.Tell(new ClientsReport(
        [
            .. _lines
                .OrderBy(line => line.Listener, StringComparer.Ordinal)
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
    }
}
