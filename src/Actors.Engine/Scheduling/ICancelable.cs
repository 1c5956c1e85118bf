namespace Akka.Actor;

/// <summary>A handle that calls off what was scheduled with it.</summary>
public interface ICancelable
{
    /// <summary>Calls off what was scheduled. What already runs, or waits in a mailbox, is not taken back.</summary>
    void Cancel();

    /// <summary>Whether it was cancelled.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>A token that is cancelled with this.</summary>
    CancellationToken Token { get; }

    /// <summary>Cancels after <paramref name="delay"/>.</summary>
    void CancelAfter(TimeSpan delay);

    /// <summary>Cancels after so many milliseconds.</summary>
    void CancelAfter(int millisecondsDelay);

    /// <summary>Cancels; <paramref name="throwOnFirstException"/>: a callback that throws keeps the later ones from running.</summary>
    void Cancel(bool throwOnFirstException);
}
