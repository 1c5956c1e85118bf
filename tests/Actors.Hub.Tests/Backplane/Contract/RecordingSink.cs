using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Actors.Hub.Backplane;

namespace Actors.Hub.Tests.Backplane.Contract;

/// <summary>Writes down what a backplane tells, for a test to wait on.</summary>
internal sealed class RecordingSink : IBackplaneSink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly object _gate = new();
    private readonly List<BackplaneMessage> _heard = [];
    private readonly List<NodeNews> _told = [];
    private readonly List<(BackplaneMessage Message, PublishOutcome Outcome)> _settled = [];
    private readonly List<string> _rejected = [];
    private readonly List<string> _downs = [];
    private Exception? _broken;
    private int _inside;
    private int _ups;
    private long _connection;
    private bool _isUp;
    private int _events;

    public IReadOnlyList<BackplaneMessage> Heard => Locked(() => _heard.ToArray());

    public IReadOnlyList<NodeNews> News => Locked(() => _told.ToArray());

    public IReadOnlyList<(BackplaneMessage Message, PublishOutcome Outcome)> Settled => Locked(() => _settled.ToArray());

    /// <summary>Why it rejected what came.</summary>
    public IReadOnlyList<string> Rejected => Locked(() => _rejected.ToArray());

    /// <summary>Why it was down, each time.</summary>
    public IReadOnlyList<string> Downs => Locked(() => _downs.ToArray());

    public bool IsUp => Locked(() => _isUp);

    /// <summary>The connection that it came up with last, and how often it did.</summary>
    public (long Connection, int Ups) Connection => Locked(() => (_connection, _ups));

    /// <summary>How often it came up.</summary>
    public int Ups => Locked(() => _ups);

    /// <summary>How often anything was told.</summary>
    public int Events => Locked(() => _events);

    /// <summary>Waits until something is so; it is asked anew after each event, and every 50 ms.</summary>
    public void Until(string reason, Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            lock (_gate)
            {
                if (_broken is not null)
                {
                    ExceptionDispatchInfo.Throw(_broken);
                }

                Assert.True(waited.Elapsed < Patience, $"Waited {Patience.TotalSeconds} s until {reason}.");
                Monitor.Wait(_gate, millisecondsTimeout: 50);
            }
        }
    }

    void IBackplaneSink.Up(long connection) => Record(() =>
    {
        Assert.NotEqual(connection, _connection);
        _connection = connection;
        _ups++;
        _isUp = true;
    });

    void IBackplaneSink.Down(string why) => Record(() =>
    {
        Assert.False(string.IsNullOrWhiteSpace(why) || why.Contains('\n', StringComparison.Ordinal), "why it is down is not a line");
        _isUp = false;
        _downs.Add(why);
    });

    void IBackplaneSink.Heard(BackplaneMessage message) => Record(() => _heard.Add(message));

    void IBackplaneSink.Told(NodeNews news) => Record(() => _told.Add(news));

    void IBackplaneSink.Settled(BackplaneMessage message, PublishOutcome outcome) => Record(() => _settled.Add((message, outcome)));

    void IBackplaneSink.Rejected(string why) => Record(() => _rejected.Add(why));

    void IBackplaneSink.Overlooked(string why) => Record(() => Assert.False(string.IsNullOrWhiteSpace(why), "what was overlooked is not said"));

    private void Record(Action what)
    {
        var others = Interlocked.Increment(ref _inside) - 1;
        lock (_gate)
        {
            try
            {
                Assert.True(others == 0, "the sink was called twice at once");
                what();
            }
            catch (Exception e)
            {
                _broken ??= e;
            }

            _events++;
            Monitor.PulseAll(_gate);
        }

        Interlocked.Decrement(ref _inside);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
