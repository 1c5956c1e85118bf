using System.Net.Sockets;
using RabbitMQ.Client;

namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>
/// While it lives, what the client library leaves in tasks that nobody looks at is observed here: a call that fails with its connection is
/// expected. In 7.1.2 such a task is the answer to a request whose sending threw, since the connection had just closed; it is out of our
/// reach, and the collector finds it. What is not the library's own is left alone: it is somebody's mistake.
/// </summary>
internal sealed class OverlookedFaults : IDisposable
{
    private readonly Action<Exception> _tell;

    /// <param name="tell">Is told of each, on the finalizer's thread: must not wait.</param>
    public OverlookedFaults(Action<Exception> tell)
    {
        _tell = tell;
        TaskScheduler.UnobservedTaskException += Look;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Look;

    private void Look(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        // Another backplane of this process may have looked before.
        if (e.Observed || !e.Exception.Flatten().InnerExceptions.All(IsOfTheLibrary)) return;
        e.SetObserved();
        _tell(e.Exception);
    }

    private static bool IsOfTheLibrary(Exception fault) =>
        fault.GetType().Assembly == typeof(IConnection).Assembly
        || (fault is OperationCanceledException or IOException or SocketException or TimeoutException
            && fault.StackTrace is { } trace && trace.Contains(" RabbitMQ.Client.", StringComparison.Ordinal));
}
