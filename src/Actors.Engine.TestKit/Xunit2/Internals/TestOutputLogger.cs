using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Writes every log event to a test's output.</summary>
public class TestOutputLogger : ReceiveActor
{
    private static readonly Type[] Levels = [typeof(Debug), typeof(Info), typeof(Warning), typeof(Error)];

    private readonly ITestOutputHelper _output;

    /// <summary>Makes a logger to the output.</summary>
    public TestOutputLogger(ITestOutputHelper output)
    {
        _output = output;
        Receive<LogEvent>(Write);
        Receive<InitializeLogger>(Subscribe);
    }

    private void Subscribe(InitializeLogger message)
    {
        foreach (var level in Levels)
        {
            if (Array.IndexOf(Levels, level) >= (int)Context.System.EventStream.LogLevel) message.LoggingBus.Subscribe(Self, level);
        }

        Sender.Tell(new LoggerInitialized());
    }

    private void Write(LogEvent logEvent)
    {
        try
        {
            _output.WriteLine(logEvent.ToString());
        }
        catch (FormatException e) when (logEvent.Message is LogMessage message)
        {
            _output.WriteLine(
                $"Received a malformed formatted message. Log level: [{logEvent.LogLevel()}], Template: [{message.Format}], args: [{message.Unformatted()}]: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // The test is over, and xUnit takes no more of its output.
        }
    }
}
