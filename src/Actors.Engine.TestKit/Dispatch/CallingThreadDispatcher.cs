using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>
/// Runs an actor on the thread that tells it something, before the telling returns. A message to an actor that is active already, on this thread
/// or another, waits until that activity comes to it. Akka.NET's documentation, "CallingThreadDispatcher".
/// </summary>
public class CallingThreadDispatcher : MessageDispatcher
{
    /// <summary>Where it is configured.</summary>
    public static new readonly string Id = "akka.test.calling-thread-dispatcher";

    /// <summary>Made by <see cref="CallingThreadDispatcherConfigurator"/>.</summary>
    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator) : base(configurator)
    {
    }

    /// <inheritdoc />
    protected override void ExecuteTask(IRunnable run) => run.Run();

    /// <inheritdoc />
    protected override void Shutdown()
    {
    }
}
