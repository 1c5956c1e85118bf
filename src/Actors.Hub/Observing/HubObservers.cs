using System.Collections.Immutable;
using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>
/// Who watches the hub; they come and go while it runs, from any thread. Where nobody does, it costs the hub one read of a field for each
/// datagram.
/// </summary>
public sealed class HubObservers
{
    private readonly Lock _gate = new();
    private ImmutableArray<IHubObserver> _all = [];
    private volatile IHubObserver? _current;

    /// <summary>All of them as one; null for nobody.</summary>
    internal IHubObserver? Current => _current;

    /// <summary>Lets one watch, once.</summary>
    public void Add(IHubObserver observer)
    {
        lock (_gate)
        {
            Set(_all.Contains(observer) ? _all : _all.Add(observer));
        }
    }

    /// <summary>Lets one watch no more; a call that has begun may still come to its end.</summary>
    public void Remove(IHubObserver observer)
    {
        lock (_gate)
        {
            Set(_all.Remove(observer));
        }
    }

    private void Set(ImmutableArray<IHubObserver> all)
    {
        _all = all;
        _current = all switch
        {
            [] => null,
            [var one] => one,
            _ => new Several(all),
        };
    }

    private sealed class Several(ImmutableArray<IHubObserver> all) : IHubObserver
    {
        public void Received(BoundListener listener, ReceivedDatagram datagram, Verdict verdict)
        {
            foreach (var observer in all)
            {
                observer.Received(listener, datagram, verdict);
            }
        }

        public void Sent(BoundListener listener, EndpointKey to, ReadOnlySpan<byte> payload, DateTimeOffset at, Verdict verdict)
        {
            foreach (var observer in all)
            {
                observer.Sent(listener, to, payload, at, verdict);
            }
        }
    }
}
