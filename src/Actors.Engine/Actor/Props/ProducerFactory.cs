namespace Akka.Actor;

/// <summary>Incarnations from an <see cref="IIndirectActorProducer"/>.</summary>
internal sealed class ProducerFactory(IIndirectActorProducer producer, object[] arguments) : IActorFactory
{
    public Type ActorType => producer.ActorType;

    public object[] Arguments => arguments;

    public ActorBase Create() => producer.Produce();

    public void Release(ActorBase actor) => producer.Release(actor);
}
