namespace Akka.Actor;

/// <summary>Knows the fixed points of a system's tree, and finds the ref of a path.</summary>
public interface IActorRefProvider
{
    /// <summary>The root of the tree.</summary>
    IInternalActorRef RootGuardian { get; }

    /// <summary>The parent of what the application makes with ActorOf.</summary>
    LocalActorRef Guardian { get; }

    /// <summary>The parent of the system's own actors.</summary>
    LocalActorRef SystemGuardian { get; }

    /// <summary>Where messages go that cannot be delivered.</summary>
    IActorRef DeadLetters { get; }

    /// <summary>Discards whatever is sent to it.</summary>
    IActorRef IgnoreRef { get; }

    /// <summary>The path of <see cref="RootGuardian"/>.</summary>
    ActorPath RootPath { get; }

    /// <summary>The system's settings.</summary>
    Settings Settings { get; }

    /// <summary>What the configuration says of actors by their paths.</summary>
    Deployer Deployer { get; }

    /// <summary>Completes when the system has terminated.</summary>
    Task TerminationTask { get; }

    /// <summary>The parent of refs without an actor, such as those of Ask.</summary>
    IInternalActorRef TempContainer { get; }

    /// <summary>The system's address.</summary>
    Address DefaultAddress { get; }

    /// <summary>A fresh path below <see cref="TempContainer"/>.</summary>
    ActorPath TempPath();

    /// <summary>Makes a ref without an actor known under a path of <see cref="TempPath"/>.</summary>
    void RegisterTempActor(IInternalActorRef actorRef, ActorPath path);

    /// <summary>Forgets what <see cref="RegisterTempActor"/> made known.</summary>
    void UnregisterTempActor(ActorPath path);

    /// <summary>The root of the tree at an address; dead letters where it is not this system's.</summary>
    IActorRef RootGuardianAt(Address address);

    /// <summary>
    /// The ref at a full path, of that incarnation where the path has a uid. Where no actor lives, a ref that has terminated; dead letters
    /// for a path that is none, or not of this system.
    /// </summary>
    IActorRef ResolveActorRef(string path);

    /// <inheritdoc cref="ResolveActorRef(string)"/>
    IActorRef ResolveActorRef(ActorPath actorPath);

    /// <summary>The address under which this system can be reached from <paramref name="address"/>; null where it cannot.</summary>
    Address? GetExternalAddressFor(Address address);
}
