namespace Akka.Actor;

/// <summary>Extensions by the type of their ids.</summary>
public static class ActorSystemWithExtensions
{
    /// <summary>The extension <typeparamref name="T"/> that an id of type <typeparamref name="TI"/> makes.</summary>
    public static T WithExtension<T, TI>(this ActorSystem system) where T : class, IExtension where TI : IExtensionId =>
        system.WithExtension<T>(typeof(TI));

    /// <summary>The extension <typeparamref name="T"/> that an id of type <paramref name="extensionId"/> makes.</summary>
    public static T WithExtension<T>(this ActorSystem system, Type extensionId) where T : class, IExtension =>
        system.TryGetExtension<T>(out var found) ? found! : (T)system.RegisterExtension((IExtensionId)Activator.CreateInstance(extensionId)!)!;

    /// <summary>The extension <typeparamref name="T"/>, which must be registered.</summary>
    public static T WithExtension<T>(this ActorSystem system) where T : class, IExtension => system.GetExtension<T>()!;
}
