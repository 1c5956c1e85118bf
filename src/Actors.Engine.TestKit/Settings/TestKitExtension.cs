using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Gives an actor system its <see cref="TestKitSettings"/>.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    /// <inheritdoc />
    public override TestKitSettings CreateExtension(ExtendedActorSystem system) => new(system.Settings.Config);

    /// <summary>The settings of the system.</summary>
    public static TestKitSettings For(ActorSystem system) => system.GetExtension<TestKitSettings>()!;
}
