using System.Diagnostics;
using System.Text;
using Actors.Hub.Backplane;

namespace Actors.Hub.Tests.Backplane.Contract;

/// <summary>A node without a hub: publishes in order, each message until it is settled, and again after a disconnection, as a hub does.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private readonly LinkedList<BackplaneMessage> _waiting = [];
    private readonly List<BackplaneMessage> _taken = [];
    private readonly Dictionary<RoomName, long> _sequences = [];
    private int _settledRead;
    private int _upsRead;

    public TestNode(IBackplane backplane, string name, long life = 1)
    {
        Backplane = backplane;
        Self = new NodeIncarnation(new NodeId(name), life);
        Timed(() => backplane.Start(Self, Sink));
    }

    public IBackplane Backplane { get; }

    public NodeIncarnation Self { get; }

    public RecordingSink Sink { get; } = new();

    /// <summary>The longest that a call of the backplane has taken.</summary>
    public TimeSpan LongestCall { get; private set; }

    /// <summary>Messages that the backplane has not settled, nor perhaps taken.</summary>
    public int Unsettled => _waiting.Count + _taken.Count;

    public void Subscribe(RoomName room) => Timed(() => Backplane.Subscribe(room));

    public void Unsubscribe(RoomName room) => Timed(() => Backplane.Unsubscribe(room));

    /// <summary>Says something; it goes now, or with a later <see cref="Pump"/>.</summary>
    public void Say(RoomName room, string text) => Say(room, Encoding.UTF8.GetBytes(text));

    public void Say(RoomName room, byte[] line)
    {
        var sequence = _sequences[room] = _sequences.GetValueOrDefault(room) + 1;
        _waiting.AddLast(new BackplaneMessage(Self, room, sequence, DateTimeOffset.UnixEpoch.AddHours(1), line));
        Pump();
    }

    public bool Tell(NodeNews news)
    {
        var told = false;
        Timed(() => told = Backplane.TryTell(news));
        return told;
    }

    /// <summary>Publishes what can be.</summary>
    public void Pump()
    {
        var settled = Sink.Settled;
        for (; _settledRead < settled.Count; _settledRead++)
        {
            _taken.Remove(settled[_settledRead].Message);
        }

        var (connection, ups) = Sink.Connection;
        if (ups != _upsRead)
        {
            _upsRead = ups;
            for (var last = _taken.Count - 1; last >= 0; last--)
            {
                _waiting.AddFirst(_taken[last]);
            }

            _taken.Clear();
        }

        var taken = true;
        while (taken && _waiting.First is { } first)
        {
            // Before the call: it may be settled within it.
            _taken.Add(first.Value);
            Timed(() => taken = Backplane.TryPublish(first.Value, connection));
            if (taken)
            {
                _waiting.RemoveFirst();
            }
            else
            {
                _taken.RemoveAt(_taken.Count - 1);
            }
        }
    }

    /// <summary>Publishes until all of it is settled.</summary>
    public void Settle() => Sink.Until($"all that {Self} said is settled", () =>
    {
        Pump();
        return Unsettled == 0;
    });

    /// <summary>What it heard in a room of one node, in order, what came again not counted.</summary>
    public IReadOnlyList<string> HeardOnce(TestNode from, RoomName room)
    {
        long last = 0;
        var texts = new List<string>();
        foreach (var message in Sink.Heard.Where(message => message.From == from.Self && message.Room == room))
        {
            if (message.Sequence > last)
            {
                last = message.Sequence;
                texts.Add(Encoding.UTF8.GetString(message.Line.Span));
            }
        }

        return texts;
    }

    public async ValueTask DisposeAsync() => await Backplane.DisposeAsync();

    private void Timed(Action call)
    {
        var watch = Stopwatch.StartNew();
        call();
        LongestCall = watch.Elapsed > LongestCall ? watch.Elapsed : LongestCall;
    }
}
