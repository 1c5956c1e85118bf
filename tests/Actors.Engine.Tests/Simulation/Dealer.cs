using Akka.Actor;

namespace Actors.Engine.Tests.Simulation;

/// <summary>Players that pass a card round, drop out, ask each other and fall silent: a little of all that a simulation must keep in order.</summary>
internal sealed class Dealer : UntypedActor, IWithTimers
{
    private const int Players = 4;
    private readonly List<IActorRef> _players = [];
    private readonly List<string> _heard;

    public Dealer(List<string> heard) => _heard = heard;

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        for (var i = 0; i < Players; i++) _players.Add(Context.Watch(Context.ActorOf(Props.Create(() => new Player()))));
        foreach (var player in _players)
            foreach (var other in _players)
                player.Tell(new Card(3, other));
        _players[0].Ask<string>("who", TimeSpan.FromSeconds(1)).PipeTo(Self);
        _players[1].Ask<string>("silence", TimeSpan.FromSeconds(1)).PipeTo(Self);
        Timers.StartPeriodicTimer("tick", "tick", TimeSpan.FromMilliseconds(700));
    }

    protected override void OnReceive(object message)
    {
        _heard.Add(message switch
        {
            Terminated gone => gone.ActorRef.Path.Name,
            Status.Failure failure => failure.Cause.GetType().Name,
            _ => message.ToString()!,
        });
        if (message is "tick") _players[_heard.Count % Players].Tell(new Card(2, _players[0]));
    }

    internal sealed record Card(int Hops, IActorRef To);

    private sealed class Player : UntypedActor
    {
        protected override void PreStart() => SetReceiveTimeout(TimeSpan.FromSeconds(2));

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Card { Hops: 0 }: break;
                case Card card: card.To.Tell(new Card(card.Hops - 1, Sender is IInternalActorRef { Parent: { } } ? Self : card.To)); break;
                case "who": Sender.Tell(Self.Path.Name); break;
                case ReceiveTimeout: Context.Stop(Self); break;
            }
        }
    }
}
