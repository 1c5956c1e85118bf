using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Actors.Engine.TestKit.Tests;

public class ImplicitSenderSpecs : Akka.TestKit.Xunit2.TestKit, IAsyncLifetime
{
    // The test goes on, and ends, on another thread than it began on.
    public async Task InitializeAsync() => await Task.Yield();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void What_the_test_tells_comes_from_its_test_actor()
    {
        Sys.ActorOf(SimpleEchoActor.Props()).Tell("ping");
        ExpectMsg("ping");
    }

    [Fact]
    public async Task What_the_test_tells_after_an_await_comes_from_its_test_actor()
    {
        var echo = Sys.ActorOf(SimpleEchoActor.Props());
        for (var i = 0; i < 10; i++)
        {
            await Task.Yield();
            echo.Tell(i);
            await ExpectMsgAsync(i);
        }
    }

    [Fact]
    public void Neither_a_probe_nor_a_second_test_actor_takes_its_place()
    {
        CreateTestProbe();
        CreateTestActor("second");
        TestActor.Tell("message");
        ReceiveOne();
        Assert.Equal(TestActor, LastSender);
    }
}
