namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>Exceptions of tasks that nobody looked at; the collector finds them.</summary>
internal sealed class UnobservedExceptions
{
    private readonly List<string> _found = [];

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
        lock (_found) Assert.True(_found.Count == 0, $"nobody looked at:\n{string.Join('\n', _found)}");
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        lock (_found) _found.Add(e.Exception.ToString());
    }
}
