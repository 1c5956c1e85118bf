using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Xunit2.Internals;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>
/// The test kit for xUnit 2: derive a test class from it. Each test has an actor system of its own, which ends with the test; what it logs goes to
/// the test's output, where the class passes that on.
/// </summary>
public class TestKit : TestKitBase, IDisposable
{
    /// <summary>The test's output; null where it was not passed on.</summary>
    protected readonly ITestOutputHelper? Output;

    private bool _isDisposed;

    /// <summary>Uses the system, or a new one with <see cref="TestKitBase.DefaultConfig"/> where there is none.</summary>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null) : base(Assertions, system)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Makes a system by the setup; its configuration falls back to <see cref="TestKitBase.DefaultConfig"/>.</summary>
    public TestKit(ActorSystemSetup config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Makes a system with the configuration, which falls back to <see cref="TestKitBase.DefaultConfig"/>.</summary>
    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null) : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Makes a system with the HOCON, which falls back to <see cref="TestKitBase.DefaultConfig"/>.</summary>
    public TestKit(string config, ITestOutputHelper? output = null) : base(Assertions, ConfigurationFactory.ParseString(config))
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>xUnit's assertions.</summary>
    protected static XunitAssertions Assertions { get; } = new();

    /// <summary>Ends the test's system.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs once after each test, before its system ends by the base method. It may examine, and fail the test.</summary>
    protected virtual void AfterAll() => Shutdown();

    /// <summary>Calls <see cref="AfterAll"/>, once.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_isDisposed || !disposing) return;
        _isDisposed = true;
        try
        {
            AfterAll();
        }
        finally
        {
            ImplicitSender.Forget();
        }
    }

    /// <summary>Makes a system log to the test's output, where that was passed on.</summary>
    protected void InitializeLogger(ActorSystem system)
    {
        if (Output is not null) LogTo(system, Output);
    }

    /// <summary>Makes a system log to the test's output, where that was passed on, with each line behind the prefix.</summary>
    protected void InitializeLogger(ActorSystem system, string prefix)
    {
        if (Output is not null) LogTo(system, new PrefixedOutput(Output, prefix));
    }

    private static void LogTo(ActorSystem system, ITestOutputHelper output)
    {
        var props = Props.Create(() => new TestOutputLogger(output));
        if (system.Dispatchers.HasDispatcher(CallingThreadDispatcher.Id)) props = props.WithDispatcher(CallingThreadDispatcher.Id);
        var logger = ((ExtendedActorSystem)system).SystemActorOf(props, "log-test");
        logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), TimeSpan.FromSeconds(5)).GetAwaiter().GetResult();
    }
}
