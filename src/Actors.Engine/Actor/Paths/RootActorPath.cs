namespace Akka.Actor;

/// <summary>The root of a system's paths.</summary>
public sealed class RootActorPath : ActorPath
{
    /// <summary>The root at <paramref name="address"/>.</summary>
    public RootActorPath(Address address, string name = "") : base(address, name) { }
}
