using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Carries the test framework's assertions in an actor system.</summary>
public class TestKitAssertionsProvider(ITestKitAssertions assertions) : IExtension
{
    /// <summary>The assertions.</summary>
    public ITestKitAssertions Assertions { get; } = assertions;
}
