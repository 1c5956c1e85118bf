using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Actors.Engine.TestKit.Tests;

public class OutputSpecs
{
    [Fact]
    public void What_the_system_logs_goes_to_the_test_s_output()
    {
        var output = new Recording();
        using var kit = new Logged(output);
        kit.Log.Info("for the record");
        kit.Log.Debug("below the level");
        kit.AwaitAssert(() => Assert.Contains(output.Lines, line => line.Contains("for the record")));
        Assert.DoesNotContain(output.Lines, line => line.Contains("below the level"));
    }

    [Fact]
    public void Another_system_logs_there_behind_its_prefix()
    {
        var output = new Recording();
        using var kit = new Logged(output);
        using var other = ActorSystem.Create("other");
        kit.AlsoLog(other, "[two] ");
        other.Log.Warning("from the other");
        kit.AwaitAssert(() => Assert.Contains(output.Lines, line => line.StartsWith("[two] ") && line.Contains("from the other")));
    }

    [Fact]
    public void An_output_that_takes_no_more_is_no_failure()
    {
        var output = new Recording { IsOver = true };
        using var kit = new Logged(output);
        kit.Log.Info("too late");
        kit.TestActor.Tell("goes on");
        kit.ExpectMsg("goes on");
    }

    private sealed class Logged(ITestOutputHelper output) : Akka.TestKit.Xunit2.TestKit("akka.loglevel = INFO", output)
    {
        public void AlsoLog(ActorSystem system, string prefix) => InitializeLogger(system, prefix);
    }

    private sealed class Recording : ITestOutputHelper
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public bool IsOver { get; init; }

        public void WriteLine(string message)
        {
            if (IsOver) throw new InvalidOperationException("There is no currently active test.");
            Lines.Enqueue(message);
        }

        public void WriteLine(string format, params object[] args) => WriteLine(string.Format(format, args));
    }
}
