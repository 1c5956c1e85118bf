using System.Net;
using System.Net.Sockets;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>
/// The network between nodes and the broker: cuts everyone off, or holds back what goes in one direction and tells nobody.
/// </summary>
internal sealed class BrokerProxy : IDisposable
{
    private readonly int _to;
    private readonly int _port;
    private readonly CancellationTokenSource _stop = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private CancellationTokenSource _cut = new();
    private volatile TaskCompletionSource? _towards;
    private volatile TaskCompletionSource? _back;

    public BrokerProxy(Uri broker)
    {
        _to = broker.Port;
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener, _cut.Token);
    }

    public Uri Uri => new($"amqp://127.0.0.1:{_port}");

    /// <summary>Every connection is closed, and none is taken.</summary>
    public void Cut()
    {
        _cut.Cancel();
        _listener.Stop();
    }

    /// <summary>Connections are taken again.</summary>
    public void Restore()
    {
        _cut = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
        _ = AcceptAsync(_listener, _cut.Token);
    }

    public void HoldTowardsBroker() => _towards = new TaskCompletionSource();

    public void HoldBack() => _back = new TaskCompletionSource();

    public void Release()
    {
        var (towards, back) = (_towards, _back);
        _towards = _back = null;
        towards?.TrySetResult();
        back?.TrySetResult();
    }

    public void Dispose()
    {
        _stop.Cancel();
        Cut();
        Release();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken cut)
    {
        try
        {
            while (true) _ = RelayAsync(await listener.AcceptTcpClientAsync(cut), cut);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task RelayAsync(TcpClient node, CancellationToken cut)
    {
        using var broker = new TcpClient();
        using (node)
        {
            try
            {
                await broker.ConnectAsync(IPAddress.Loopback, _to, cut);
                var towards = PumpAsync(node.GetStream(), broker.GetStream(), () => _towards, cut);
                var back = PumpAsync(broker.GetStream(), node.GetStream(), () => _back, cut);
                await await Task.WhenAny(towards, back);
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Either side is gone, or the test is over.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Func<TaskCompletionSource?> gate, CancellationToken cut)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.ReadAsync(buffer, cut) is > 0 and var count)
            {
                if (gate() is { } held) await held.Task.WaitAsync(cut);
                await to.WriteAsync(buffer.AsMemory(0, count), cut);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other direction closed it.
        }

        // A close does not pass either, while this direction is held.
        if (gate() is { } still) await still.Task.WaitAsync(cut);
    }
}
