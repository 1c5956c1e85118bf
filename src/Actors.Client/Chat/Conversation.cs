using Actors.Client.Network;
using Actors.Client.Terminal;

namespace Actors.Client.Chat;

/// <summary>
/// A peer on one side, lines on the other, and the clock: whichever comes first. Nothing is lost that comes second. Where both are always
/// ready, they take turns.
/// </summary>
internal sealed class Conversation(UdpPeer peer, LineInput lines, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task<Datagram>? _heard;
    private bool _inputEnded;
    private bool _peerFirst = true;

    /// <summary>What comes next.</summary>
    /// <param name="atMost">For how long to wait; then it is <see cref="Happening.Nothing"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <param name="takeLines">Whether lines may come; else they wait.</param>
    /// <exception cref="ClientFault">(Connected) nobody listens there; or the input cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Told to stop.</exception>
    public async Task<Happening> NextAsync(TimeSpan atMost, CancellationToken stop, bool takeLines = true)
    {
        stop.ThrowIfCancellationRequested();
        _heard ??= peer.ReceiveAsync(_end.Token);
        var typed = _inputEnded || !takeLines ? null : lines.Next();
        if (!_heard.IsCompleted && typed is not { IsCompleted: true })
        {
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var nothing = Task.Delay(atMost > TimeSpan.Zero ? atMost : TimeSpan.Zero, time, wait.Token);
            await Task.WhenAny(typed is null ? [_heard, nothing] : [_heard, typed, nothing]).ConfigureAwait(false);
            await wait.CancelAsync().ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
        }

        _peerFirst = !_peerFirst;
        var isTyped = typed is { IsCompleted: true };
        if (_heard.IsCompleted && (_peerFirst || !isTyped))
        {
            var heard = _heard;
            _heard = null;
            return new Happening.Heard(await heard.ConfigureAwait(false));
        }

        if (!isTyped) return new Happening.Nothing();
        if (lines.Take() is { } line) return new Happening.Typed(line);
        _inputEnded = true;
        return new Happening.InputEnded();
    }

    public void Dispose()
    {
        _end.Cancel();
        _heard?.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default); // its end is of no interest any more
        _end.Dispose();
    }
}
