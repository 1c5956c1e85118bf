namespace Akka.Actor;

/// <summary>Names an extension of type <typeparamref name="T"/> and makes it.</summary>
public interface IExtensionId<out T> : IExtensionId where T : IExtension
{
    /// <summary>The system's instance, made where there is none.</summary>
    new T Apply(ActorSystem system);

    /// <summary>The system's instance. Throws where there is none.</summary>
    new T Get(ActorSystem system);

    /// <summary>Makes an instance; called by the engine.</summary>
    new T CreateExtension(ExtendedActorSystem system);
}
