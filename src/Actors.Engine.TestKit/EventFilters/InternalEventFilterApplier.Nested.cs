using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Internal;

public partial class InternalEventFilterApplier
{
    /// <summary>Counts what filters catch.</summary>
    protected internal class MatchedEventHandler
    {
        private int _count;

        /// <summary>How many events have been caught.</summary>
        public int ReceivedCount => Volatile.Read(ref _count);

        /// <summary>An event has been caught.</summary>
        public virtual void HandleEvent(EventFilterBase eventFilter, LogEvent logEvent) => Interlocked.Increment(ref _count);
    }

    /// <summary>Filters that are in force until they are told.</summary>
    protected internal class InternalUnmutableFilter : IUnmutableFilter
    {
        private readonly IReadOnlyCollection<EventFilterBase> _filters;
        private readonly ActorSystem _system;
        private bool _isDisposed;

        /// <summary>Wraps the filters.</summary>
        public InternalUnmutableFilter(IReadOnlyCollection<EventFilterBase> filters, ActorSystem system)
        {
            _filters = filters;
            _system = system;
        }

        /// <inheritdoc />
        public void Unmute() => _system.EventStream.Publish(new TestEvent.Unmute(_filters));

        /// <inheritdoc />
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Ends it, once.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            Unmute();
        }
    }
}
