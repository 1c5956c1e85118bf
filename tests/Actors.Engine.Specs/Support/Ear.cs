using System.Threading.Channels;
using Akka.Actor;

namespace Actors.Engine.Specs.Support;

/// <summary>An actor that a test listens with, where a TestKit would bring loggers and settings of its own into what is tested.</summary>
internal sealed class Ear
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A test hears a handful of messages; more than this is a fault of the test.
    private readonly Channel<object> _heard = Channel.CreateBounded<object>(10_000);

    internal Ear(ActorSystem system, string? name = null)
    {
        var heard = _heard.Writer;
        Ref = system.ActorOf(Props.Create(() => new Listener(heard)), name);
    }

    internal IActorRef Ref { get; }

    /// <summary>The next message, whatever it is.</summary>
    internal async Task<object> Next() => await _heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>The next message, which must be of this type.</summary>
    internal async Task<T> Next<T>() => Assert.IsAssignableFrom<T>(await Next());

    /// <summary>The next message of this type that fits; others are passed over.</summary>
    internal async Task<T> Fish<T>(Func<T, bool> fits)
    {
        while (true)
        {
            if (await Next() is T message && fits(message)) return message;
        }
    }

    /// <summary>All that was heard before a marker, which is told to the ear now: what came later cannot have been heard first.</summary>
    internal async Task<List<object>> AllUntilNow()
    {
        var marker = new object();
        Ref.Tell(marker, ActorRefs.NoSender);
        var heard = new List<object>();
        while (await Next() is { } message && !ReferenceEquals(message, marker)) heard.Add(message);
        return heard;
    }

    private sealed class Listener : UntypedActor
    {
        private readonly ChannelWriter<object> _heard;

        public Listener(ChannelWriter<object> heard) => _heard = heard;

        protected override void OnReceive(object message) => Assert.True(_heard.TryWrite(message));
    }
}
