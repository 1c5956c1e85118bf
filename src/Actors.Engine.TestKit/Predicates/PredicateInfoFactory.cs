namespace Akka.TestKit;

/// <summary>Makes <see cref="PredicateInfo"/>.</summary>
public static class PredicateInfoFactory
{
    /// <summary>Wraps a predicate.</summary>
    public static PredicateInfo CreatePredicateInfo<T>(this Predicate<T> predicateT) => PredicateInfo.Create(predicateT);

    /// <summary>Wraps a delegate that takes a message of the type and returns a bool.</summary>
    public static PredicateInfo CreatePredicateInfo<T>(this Delegate predicateT) =>
        PredicateInfo.Create<T>(message => (bool)predicateT.DynamicInvoke(message)!);
}
