using System.Threading.Channels;

namespace Actors.Benchmarks.Engine;

/// <summary>A channel with one reader: the loop one writes without actors.</summary>
internal sealed class ChannelLoop : IScenario
{
    public string Name => "channel-loop";

    public string Operation => "message through a channel, one reader";

    public Task<Sample> Round(bool quick)
    {
        var messages = quick ? 100_000 : Tell.Messages;
        return Sample.Of(messages, async () =>
        {
            // As in the actor's case, nobody waits for room.
            var channel = Channel.CreateBounded<object>(new BoundedChannelOptions(messages) { SingleReader = true, SingleWriter = true });
            var reader = Task.Run(async () =>
            {
                for (var left = messages; left > 0;)
                {
                    await channel.Reader.WaitToReadAsync();
                    while (channel.Reader.TryRead(out _)) left--;
                }
            });
            var message = new object();
            for (var i = 0; i < messages; i++) channel.Writer.TryWrite(message);
            await reader;
        });
    }
}
