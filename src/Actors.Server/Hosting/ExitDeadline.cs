namespace Actors.Server.Hosting;

/// <summary>
/// Ends the process when a stop takes too long. Stopping is orderly and bounded part by part; this is for the part that hangs, and
/// waits on a thread of its own, so that an exhausted thread pool does not keep it.
/// </summary>
internal sealed class ExitDeadline(TimeSpan patience, Action exit) : IDisposable
{
    private readonly ManualResetEventSlim _stopped = new();

    /// <summary>Begins to wait; called when the stop begins.</summary>
    /// <returns>The thread that waits.</returns>
    public Thread Start()
    {
        var thread = new Thread(Wait) { IsBackground = true, Name = "exit deadline" };
        thread.Start();
        return thread;
    }

    /// <summary>The stop is done: nothing will happen.</summary>
    public void Dispose() => _stopped.Set();

    private void Wait()
    {
        if (!_stopped.Wait(patience))
            exit();
    }
}
