using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Tells every message to the test actor, as its sender, and back to the sender.</summary>
public class EchoActor : ReceiveActor
{
    /// <summary>Makes one.</summary>
    /// <param name="testkit">Whose test actor hears it.</param>
    /// <param name="echoBackToSenderAsWell">Whether the sender does, too, where it is another one.</param>
    public EchoActor(TestKitBase testkit, bool echoBackToSenderAsWell = true) => ReceiveAny(message =>
    {
        var sender = Sender;
        if (echoBackToSenderAsWell && !testkit.TestActor.Equals(sender)) sender.Forward(message);
        testkit.TestActor.Tell(message, sender);
    });

    /// <summary>Props of it; see the constructor.</summary>
    public static Props Props(TestKitBase testkit, bool echoBackToSenderAsWell = true) =>
        Actor.Props.Create(() => new EchoActor(testkit, echoBackToSenderAsWell));
}
