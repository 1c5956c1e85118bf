using Akka.Actor;
using Akka.DependencyInjection;

namespace Akka.Hosting;

/// <summary>An <see cref="ActorStarter"/> whose actors have services injected.</summary>
/// <param name="system">The running actor system.</param>
/// <param name="registry">Where others will look for what is started here.</param>
/// <param name="resolver">Makes the <see cref="Props"/> of actors whose constructors name services of the host.</param>
public delegate Task ActorStarterWithResolver(ActorSystem system, IActorRegistry registry, IDependencyResolver resolver);
