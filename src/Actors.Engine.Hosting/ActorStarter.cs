using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Starts top-level actors and registers them, once, when the host starts.</summary>
/// <param name="system">The running actor system.</param>
/// <param name="registry">Where others will look for what is started here.</param>
public delegate Task ActorStarter(ActorSystem system, IActorRegistry registry);
