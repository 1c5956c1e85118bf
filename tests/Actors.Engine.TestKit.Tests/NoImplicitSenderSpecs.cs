using Akka.Actor;
using Akka.TestKit;

namespace Actors.Engine.TestKit.Tests;

public class NoImplicitSenderSpecs : Akka.TestKit.Xunit2.TestKit, INoImplicitSender
{
    [Fact]
    public void What_the_test_tells_comes_from_nobody()
    {
        TestActor.Tell("message");
        ReceiveOne();
        Assert.Equal(Sys.DeadLetters, LastSender);
    }
}
