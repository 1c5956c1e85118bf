namespace Akka.Actor;

/// <summary>Conveniences for <see cref="ICancelable"/>.</summary>
public static class CancelableExtensions
{
    /// <summary>Cancels, if there is something to cancel.</summary>
    public static void CancelIfNotNull(this ICancelable? cancelable) => cancelable?.Cancel();
}
