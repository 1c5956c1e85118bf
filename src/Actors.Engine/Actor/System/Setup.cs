namespace Akka.Actor.Setup;

/// <summary>One thing a system is set up with, told from others by its type.</summary>
public abstract class Setup
{
    /// <summary>This and another one.</summary>
    public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
}
