using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A ref of the test kit's that stands for an actor's own.</summary>
internal interface ILocalRefHolder
{
    LocalActorRef Local { get; }
}
