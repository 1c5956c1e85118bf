using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Work to be done once, after every <see cref="ActorStarter"/> has run: it may count on their actors in the registry.</summary>
/// <param name="system">The running actor system.</param>
/// <param name="registry">Holds every actor that the starters registered.</param>
public delegate Task StartupTask(ActorSystem system, IActorRegistry registry);
