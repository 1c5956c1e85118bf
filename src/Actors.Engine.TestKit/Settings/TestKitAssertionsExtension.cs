using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Gives an actor system its <see cref="TestKitAssertionsProvider"/>.</summary>
public class TestKitAssertionsExtension(ITestKitAssertions assertions) : ExtensionIdProvider<TestKitAssertionsProvider>
{
    /// <inheritdoc />
    public override TestKitAssertionsProvider CreateExtension(ExtendedActorSystem system) => new(assertions);

    /// <summary>The provider of the system.</summary>
    public static TestKitAssertionsProvider For(ActorSystem system) => system.GetExtension<TestKitAssertionsProvider>()!;
}
