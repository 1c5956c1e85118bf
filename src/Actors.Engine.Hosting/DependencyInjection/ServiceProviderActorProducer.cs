using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Makes an actor, at its start and at each restart, by a constructor that takes services and the arguments given.</summary>
internal sealed class ServiceProviderActorProducer : IIndirectActorProducer
{
    private readonly IServiceProvider _services;
    private readonly object[] _args;

    public ServiceProviderActorProducer(IServiceProvider services, Type actorType, object[] args)
    {
        _services = services;
        ActorType = actorType;
        _args = args;
    }

    public Type ActorType { get; }

    public ActorBase Produce() => (ActorBase)ActivatorUtilities.CreateInstance(_services, ActorType, _args);

    public void Release(ActorBase actor)
    {
        // Nothing was rented: an actor disposes what is its own in PostStop.
    }
}
