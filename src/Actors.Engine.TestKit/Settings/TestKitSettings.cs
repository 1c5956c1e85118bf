using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>The settings under <c>akka.test</c>, one instance for each actor system.</summary>
public class TestKitSettings : IExtension
{
    private int _testActors;

    /// <summary>Reads the settings.</summary>
    /// <param name="config">The system's whole configuration.</param>
    /// <exception cref="ConfigurationException">There is no <c>akka.test</c>, or a value is out of its range.</exception>
    public TestKitSettings(Config config)
    {
        if (config is null || !config.HasPath("akka.test"))
            throw new ConfigurationException("The configuration has no akka.test: fall back to TestKitBase.DefaultConfig.");
        DefaultTimeout = config.GetTimeSpan("akka.test.default-timeout", null, allowInfinite: false);
        SingleExpectDefault = config.GetTimeSpan("akka.test.single-expect-default", null, allowInfinite: false);
        TestEventFilterLeeway = config.GetTimeSpan("akka.test.filter-leeway", null, allowInfinite: false);
        TestTimeFactor = config.GetDouble("akka.test.timefactor", 0);
        LogTestKitCalls = config.GetBoolean("akka.test.testkit.debug", false);

        if (TestTimeFactor <= 0)
            throw new ConfigurationException("akka.test.timefactor must be greater than 0.");
    }

    /// <summary><c>akka.test.default-timeout</c> (5 s): how long latches, barriers and asks of a test wait.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary><c>akka.test.single-expect-default</c> (3 s): how long one expectation waits outside of <c>Within</c>; not yet dilated.</summary>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary><c>akka.test.filter-leeway</c> (3 s): how long an event filter waits for its events after the block has run.</summary>
    public TimeSpan TestEventFilterLeeway { get; }

    /// <summary><c>akka.test.timefactor</c> (1, greater than 0): what every maximum duration is multiplied by.</summary>
    public double TestTimeFactor { get; }

    /// <summary><c>akka.test.testkit.debug</c> (off): whether each call of the test kit is logged at debug level.</summary>
    public bool LogTestKitCalls { get; }

    /// <summary>A name that no other test actor of the system has.</summary>
    internal string NextTestActorName() => $"testActor{Interlocked.Increment(ref _testActors)}";
}
