using Akka.Actor;

namespace Actors.Hub.Clients;

/// <summary>
/// Makes the incarnations of one endpoint's client: by a call, where Props by type would look for a constructor for each member.
/// </summary>
internal sealed class ClientProducer(ClientSetup setup, ClientSession session) : IIndirectActorProducer
{
    public Type ActorType => typeof(ClientActor);

    public ActorBase Produce() => new ClientActor(setup, session);

    public void Release(ActorBase actor)
    {
    }
}
