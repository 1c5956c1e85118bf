namespace Akka.Actor;

/// <summary>Names an extension and makes it.</summary>
public interface IExtensionId
{
    /// <summary>The extension's type.</summary>
    Type ExtensionType { get; }

    /// <summary>The system's instance, made where there is none.</summary>
    object Apply(ActorSystem system);

    /// <summary>The system's instance. Throws where there is none.</summary>
    object Get(ActorSystem system);

    /// <summary>Makes an instance; called by the engine.</summary>
    object CreateExtension(ExtendedActorSystem system);
}
