namespace Akka.TestKit;

/// <summary>A predicate on messages of one type, for lists of predicates on messages of several.</summary>
public class PredicateInfo
{
    private readonly Predicate<object> _holds;

    private PredicateInfo(Delegate predicate, Type type, Predicate<object> holds)
    {
        PredicateT = predicate;
        Type = type;
        _holds = holds;
    }

    /// <summary>The predicate.</summary>
    public Delegate PredicateT { get; }

    /// <summary>The type of messages that it is on.</summary>
    public Type Type { get; }

    /// <summary>Wraps a predicate.</summary>
    public static PredicateInfo Create<T>(Predicate<T> predicateT) =>
        new(predicateT, typeof(T), message => message is T typed && predicateT(typed));

    /// <inheritdoc />
    public override string ToString() => $"Type: {Type}; Predicate: {PredicateT}";

    /// <summary>Whether the message is of the type and the predicate holds.</summary>
    internal bool Holds(object message) => _holds(message);
}
