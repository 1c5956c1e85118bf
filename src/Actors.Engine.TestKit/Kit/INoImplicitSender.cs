namespace Akka.TestKit;

/// <summary>A test class that implements this tells its messages without a sender, not as its <see cref="TestKitBase.TestActor"/>.</summary>
public interface INoImplicitSender
{
}
