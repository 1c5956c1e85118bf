using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Gives each actor system one <see cref="ActorRegistry"/>, made when it is first asked for.</summary>
public sealed class ActorRegistryExtension : ExtensionIdProvider<ActorRegistry>
{
    /// <inheritdoc />
    public override ActorRegistry CreateExtension(ExtendedActorSystem system) => new();
}
