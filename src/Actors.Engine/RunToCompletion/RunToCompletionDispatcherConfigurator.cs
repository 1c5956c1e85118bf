using Akka.Configuration;
using Akka.Dispatch;

namespace Actors.Engine.Dispatch;

/// <summary>
/// Makes the run-to-completion dispatcher. A section of the configuration asks for it by
/// <c>type = "Actors.Engine.Dispatch.RunToCompletionDispatcherConfigurator, Actors.Engine"</c>, and may say, beside what every dispatcher
/// has (<c>throughput</c>, <c>throughput-deadline-time</c>):
/// <list type="bullet">
/// <item><c>threads</c>: names of the threads that are given to it, <c>*</c> for any text in them; none by default. Whoever makes an
/// I/O thread names it, and so need not know what runs on it; threads of the pool never count, whatever their name.</item>
/// <item><c>budget-messages</c>: how many messages one outermost Tell may process, 1 or more, by default 1,024.</item>
/// <item><c>budget-time</c>: for how long, more than 0, by default 2 ms.</item>
/// </list>
/// Throws <see cref="ConfigurationException"/> for a budget out of its range.
/// </summary>
public sealed class RunToCompletionDispatcherConfigurator : MessageDispatcherConfigurator
{
    // A batch of 64 datagrams is some 200 messages: five times that lets a burst through, and still ends within a tick.
    private const int DefaultMessages = 1_024;
    private static readonly TimeSpan DefaultTime = TimeSpan.FromMilliseconds(2);

    private readonly RunToCompletionDispatcher _dispatcher;

    /// <summary>Called by the engine with the dispatcher's section.</summary>
    public RunToCompletionDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites) : base(config, prerequisites)
    {
        var messages = config.GetInt("budget-messages", DefaultMessages);
        var time = config.GetTimeSpan("budget-time", DefaultTime);
        if (messages < 1) throw new ConfigurationException($"{Id}.budget-messages must be at least 1. It was {messages}");
        if (time <= TimeSpan.Zero) throw new ConfigurationException($"{Id}.budget-time must be more than 0. It was {time}");
        _dispatcher = new RunToCompletionDispatcher(this, new DedicatedThreads(config.GetStringList("threads")), messages, time);
    }

    /// <inheritdoc />
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
