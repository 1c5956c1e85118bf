namespace Akka.Actor;

/// <summary>A cancelable that was cancelled from the start; one serves all, because it has no state.</summary>
internal sealed class AlreadyCanceledCancelable : ICancelable
{
    internal static readonly AlreadyCanceledCancelable Instance = new();

    private AlreadyCanceledCancelable()
    {
    }

    public bool IsCancellationRequested => true;

    public CancellationToken Token => new(canceled: true);

    public void Cancel()
    {
    }

    public void Cancel(bool throwOnFirstException)
    {
    }

    public void CancelAfter(TimeSpan delay)
    {
    }

    public void CancelAfter(int millisecondsDelay)
    {
    }
}
