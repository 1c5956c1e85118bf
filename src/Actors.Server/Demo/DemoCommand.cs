using Actors.Server.Configuration;
using Actors.Server.Demo.Processes;
using Actors.Server.Hosting;

namespace Actors.Server.Demo;

/// <summary><c>demo</c>: three nodes, nine clients, three rooms, and what befalls them; see <see cref="DemoStory"/>.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan ReadingPause = TimeSpan.FromMilliseconds(300);

    /// <summary>Plays it, and leaves nothing behind, however it ends.</summary>
    /// <returns>0 when everything holds, else 1.</returns>
    public static async Task<int> RunAsync(bool headless, ProcessStreams streams, StopSignals stop)
    {
        stop.Listen();
        // Told to stop, it gives up where it is, and everything is taken down as at the end.
        using var stage = PrivateBroker.WhyNot is { } why ? (IDemoStage)new InProcessStage(why) : new ProcessStage();
        streams.Output.WriteLine($"demo: {stage.Description}");
        using var story = new DemoStory(stage, streams.Output, headless ? TimeSpan.Zero : ReadingPause, TimeProvider.System, stop.Told);
        try
        {
            var holds = await story.PlayAsync();
            streams.Output.WriteLine(holds ? "all of it holds" : "not all of it holds");
            return holds ? ExitCodes.Ok : ExitCodes.SystemRefused;
        }
        catch (OperationCanceledException) when (stop.Told.IsCancellationRequested)
        {
            streams.Error.WriteLine("the demo was ended before its end");
        }
        catch (InvalidOperationException e)
        {
            streams.Error.WriteLine(OneLine.Of($"error: demo: {e.Message}"));
        }

        return ExitCodes.SystemRefused;
    }
}
