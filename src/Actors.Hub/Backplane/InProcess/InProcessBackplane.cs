namespace Actors.Hub.Backplane;

/// <summary>One node of an <see cref="InProcessExchange"/>, under whose lock all of its state is read and written.</summary>
internal sealed class InProcessBackplane(InProcessExchange exchange) : IBackplane
{
    private IBackplaneSink? _sink;

    public string Description => "in-process";

    public NodeIncarnation Self { get; private set; }

    public IBackplaneSink Sink => _sink ?? throw new InvalidOperationException("It has not been started.");

    public InProcessLink Link { get; set; }

    public long Connection { get; set; }

    public HashSet<RoomName> Rooms { get; } = [];

    /// <summary>What it published while nothing moved.</summary>
    public Queue<BackplaneMessage> Outgoing { get; } = [];

    /// <summary>What it published, and was not told of.</summary>
    public Queue<BackplaneMessage> Unsettled { get; } = [];

    /// <summary>What came for it while nothing moved: messages and news.</summary>
    public Queue<object> Incoming { get; } = [];

    public void Start(NodeIncarnation self, IBackplaneSink sink)
    {
        Self = self;
        _sink = sink;
        exchange.Join(this);
    }

    public void Subscribe(RoomName room) => exchange.Subscribe(this, room, on: true);

    public void Unsubscribe(RoomName room) => exchange.Subscribe(this, room, on: false);

    public bool TryPublish(BackplaneMessage message, long connection) => exchange.Take(this, message, connection);

    public bool TryTell(NodeNews news) => exchange.Take(this, news);

    public void Hear(object what)
    {
        if (what is BackplaneMessage message)
        {
            Sink.Heard(message);
        }
        else
        {
            Sink.Told((NodeNews)what);
        }
    }

    /// <summary>What is on its way is lost.</summary>
    public void Forget()
    {
        Outgoing.Clear();
        Unsettled.Clear();
        Incoming.Clear();
    }

    public ValueTask DisposeAsync()
    {
        exchange.Part(this);
        return default;
    }
}
