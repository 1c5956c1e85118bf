using Akka.Actor;

namespace Actors.Engine.Specs.Actors;

/// <summary>What is not to be done from where no actor runs.</summary>
public sealed class OutsideOfActorsSpecs
{
    [Fact]
    public void An_actor_cannot_be_made_with_new()
    {
        var error = Assert.Throws<ActorInitializationException>(() => new Loose());
        Assert.StartsWith("Do not create actors using 'new'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_context() => Assert.Throws<NotSupportedException>(() => Loose.Reach());

    private sealed class Loose : UntypedActor
    {
        internal static object Reach() => Context.Self;

        protected override void OnReceive(object message)
        {
        }
    }
}
