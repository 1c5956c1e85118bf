using System.Net.Sockets;

namespace Actors.Client.Load;

/// <summary>By Socket.Select: works on every system, and looks at every socket each time.</summary>
internal sealed class SelectedSockets : IReadySockets
{
    private readonly IReadOnlyList<Socket> _sockets;
    private readonly Dictionary<Socket, int> _places = [];
    private readonly List<Socket> _selected = [];

    public SelectedSockets(IReadOnlyList<Socket> sockets)
    {
        _sockets = sockets;
        for (var place = 0; place < sockets.Count; place++) _places.Add(sockets[place], place);
    }

    public int Wait(Span<int> ready, long atMost)
    {
        _selected.Clear();
        _selected.AddRange(_sockets);
        Socket.Select(_selected, null, null, TimeSpan.FromMicroseconds(atMost / 1_000));
        var count = Math.Min(ready.Length, _selected.Count);
        for (var i = 0; i < count; i++) ready[i] = _places[_selected[i]];
        return count;
    }

    public void Dispose()
    {
        // The sockets are another's.
    }
}
