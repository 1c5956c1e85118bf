using System.Net;
using System.Net.Sockets;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>Stands between a node and the broker, and holds back what goes in one direction: a network cut off one way.</summary>
internal sealed class OneWayProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _to;
    private readonly CancellationTokenSource _stop = new();
    private volatile TaskCompletionSource? _towards;
    private volatile TaskCompletionSource? _back;

    public OneWayProxy(Uri broker)
    {
        _to = broker.Port;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Uri => new($"amqp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

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
        _listener.Stop();
        Release();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task RelayAsync(TcpClient node)
    {
        using var broker = new TcpClient();
        using (node)
        {
            try
            {
                await broker.ConnectAsync(IPAddress.Loopback, _to, _stop.Token);
                var towards = PumpAsync(node.GetStream(), broker.GetStream(), () => _towards);
                var back = PumpAsync(broker.GetStream(), node.GetStream(), () => _back);
                await await Task.WhenAny(towards, back);
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Either side is gone, or the test is over.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Func<TaskCompletionSource?> gate)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var count)
            {
                if (gate() is { } held) await held.Task.WaitAsync(_stop.Token);
                await to.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other direction closed it.
        }

        // A close does not pass either, while this direction is held.
        if (gate() is { } still) await still.Task.WaitAsync(_stop.Token);
    }
}
