using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>What is not to be done from where no actor runs.</summary>
public sealed class OutsideOfActorsSpecs
{
    [Fact]
    public void An_actor_cannot_be_made_with_new()
    {
        var error = Assert.IsType<ActorInitializationException>(OnAnotherThread(() => _ = new Loose()));
        Assert.StartsWith("Do not create actors using 'new'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_context() => Assert.IsType<NotSupportedException>(OnAnotherThread(() => _ = Loose.Reach()));

    // Of its own: a test kit may have lent the test's thread an actor.
    private static Exception? OnAnotherThread(Action action)
    {
        var error = default(Exception);
        var thread = new Thread(() => error = Record.Exception(action));
        thread.Start();
        thread.Join();
        return error;
    }

    private sealed class Loose : UntypedActor
    {
        internal static object Reach() => Context.Self;

        protected override void OnReceive(object message)
        {
        }
    }
}
