namespace Akka.Actor.Internal;

/// <summary>Which actor's handler runs on this thread.</summary>
public static class InternalCurrentActorCellKeeper
{
    /// <summary>Its cell; null outside of handlers. To set it is for test kits.</summary>
    public static ActorCell? Current
    {
        get => ActorCell.Current;
        set => ActorCell.Current = value;
    }
}
