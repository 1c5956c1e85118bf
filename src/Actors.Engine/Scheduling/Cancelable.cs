namespace Akka.Actor;

/// <summary>
/// The usual <see cref="ICancelable"/>. Its <see cref="CancellationTokenSource"/> is made when somebody asks for the token: most timers
/// are cancelled by the flag alone, and one is made per timer.
/// </summary>
public class Cancelable : ICancelable, IDisposable
{
    private const int Active = 0;
    private const int Cancelled = 1;

    private readonly IActionScheduler _scheduler;
    private CancellationTokenSource? _source;
    private List<IDisposable>? _links;
    private volatile int _state;

    /// <summary>A cancelable that is cancelled after <paramref name="delay"/>, if not before.</summary>
    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    /// <summary>A cancelable that is cancelled after <paramref name="delay"/>, if not before.</summary>
    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    /// <summary>A cancelable that is cancelled after so many milliseconds, if not before.</summary>
    public Cancelable(IScheduler scheduler, int millisecondsDelay)
        : this(scheduler) => CancelAfter(millisecondsDelay);

    /// <summary>A cancelable; the scheduler serves its <see cref="CancelAfter(TimeSpan)"/>.</summary>
    public Cancelable(IScheduler scheduler)
        : this((scheduler ?? throw new ArgumentNullException(nameof(scheduler))).Advanced)
    {
    }

    /// <summary>A cancelable; the scheduler serves its <see cref="CancelAfter(TimeSpan)"/>.</summary>
    public Cancelable(IActionScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        _scheduler = scheduler;
    }

    /// <inheritdoc/>
    public bool IsCancellationRequested => _state == Cancelled;

    /// <summary>Whether <see cref="Dispose()"/> was called.</summary>
    public bool IsDisposed { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public CancellationToken Token
    {
        get
        {
            ThrowIfDisposed();
            if (_source is null)
            {
                Interlocked.CompareExchange(ref _source, new CancellationTokenSource(), null);
                // Cancel() may have looked for the source just before it was there.
                if (IsCancellationRequested) _source.Cancel();
            }
            return _source.Token;
        }
    }

    /// <summary>A cancelable that is cancelled already.</summary>
    public static ICancelable CreateCanceled() => AlreadyCanceledCancelable.Instance;

    /// <summary>A cancelable that is cancelled as soon as one of <paramref name="cancelables"/> is.</summary>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params ICancelable[] cancelables)
        => CreateLinkedCancelable((scheduler ?? throw new ArgumentNullException(nameof(scheduler))).Advanced, cancelables);

    /// <summary>A cancelable that is cancelled as soon as one of <paramref name="cancelables"/> is.</summary>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params ICancelable[] cancelables)
        => CreateLinkedCancelable(scheduler, Array.ConvertAll(cancelables, c => c.Token));

    /// <summary>A cancelable that is cancelled as soon as one of <paramref name="cancellationTokens"/> is.</summary>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params CancellationToken[] cancellationTokens)
        => CreateLinkedCancelable((scheduler ?? throw new ArgumentNullException(nameof(scheduler))).Advanced, cancellationTokens);

    /// <summary>A cancelable that is cancelled as soon as one of <paramref name="cancellationTokens"/> is.</summary>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params CancellationToken[] cancellationTokens)
    {
        var linked = new Cancelable(scheduler);
        var links = new List<IDisposable>(cancellationTokens.Length);
        foreach (var token in cancellationTokens)
            links.Add(token.UnsafeRegister(static state => ((Cancelable)state!).CancelFromLink(), linked));
        linked._links = links;
        return linked;
    }

    /// <inheritdoc/>
    public void Cancel() => Cancel(throwOnFirstException: false);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Cancel(bool throwOnFirstException)
    {
        ThrowIfDisposed();
        if (Interlocked.Exchange(ref _state, Cancelled) == Active) _source?.Cancel(throwOnFirstException);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The delay is less than zero.</exception>
    public void CancelAfter(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        InternalCancelAfter(delay);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The delay is less than zero.</exception>
    public void CancelAfter(int millisecondsDelay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(millisecondsDelay);
        InternalCancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));
    }

    /// <summary>Lets go of the token's resources. What is scheduled with it is not cancelled thereby.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the token's resources.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (IsDisposed) return;
        IsDisposed = true;
        if (!disposing) return;
        _links?.ForEach(l => l.Dispose());
        _source?.Dispose();
    }

    private void InternalCancelAfter(TimeSpan delay)
    {
        ThrowIfDisposed();
        if (IsCancellationRequested) return;
        if (delay == TimeSpan.Zero) Cancel();
        else _scheduler.ScheduleOnce(delay, CancelFromLink, this);
    }

    private void CancelFromLink()
    {
        if (!IsDisposed) Cancel();
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
