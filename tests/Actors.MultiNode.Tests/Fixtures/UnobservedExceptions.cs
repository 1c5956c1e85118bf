using Actors.Backplane.RabbitMq.Sessions;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>
/// Exceptions of tasks that nobody looked at; the collector finds them. Those of the client library are seen off, as a backplane does while
/// it is open: what is left is ours.
/// </summary>
internal sealed class UnobservedExceptions
{
    private readonly List<string> _found = [];

    // Before our own, which then sees what was observed.
    private readonly OverlookedFaults _overlooked = new(_ => { });

    public UnobservedExceptions() => TaskScheduler.UnobservedTaskException += Note;

    public void AreNone()
    {
        // Twice: what the first collection finalizes lets go of more.
        for (var round = 0; round < 2; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        TaskScheduler.UnobservedTaskException -= Note;
        _overlooked.Dispose();
        lock (_found) Assert.True(_found.Count == 0, $"nobody looked at:\n{string.Join('\n', _found)}");
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        if (e.Observed) return;
        lock (_found) _found.Add(e.Exception.ToString());
    }
}
