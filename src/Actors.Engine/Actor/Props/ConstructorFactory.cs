using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>Incarnations from a constructor and its arguments. The constructor is found once per Props, not once per actor.</summary>
internal sealed class ConstructorFactory : IActorFactory
{
    private readonly ConstructorInvoker? _constructor;

    internal ConstructorFactory(Type type, object[] arguments) : this(type, arguments, Find(type, arguments)) { }

    private ConstructorFactory(Type type, object[] arguments, ConstructorInfo? constructor)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(ActorBase).IsAssignableFrom(type))
            throw new ArgumentException($"Type {type} is not an actor: it must derive from {nameof(ActorBase)}.", nameof(type));
        ActorType = type;
        Arguments = arguments;
        _constructor = constructor is null ? null : ConstructorInvoker.Create(constructor);
    }

    public Type ActorType { get; }

    public object[] Arguments { get; }

    internal static ConstructorFactory From<TActor>(Expression<Func<TActor>> factory)
    {
        if (factory.Body is not NewExpression { Constructor: { } constructor } made)
            throw new ArgumentException("The create function must be a 'new T (args)' expression", nameof(factory));
        return new ConstructorFactory(constructor.DeclaringType!, made.Arguments.Select(Evaluate).ToArray(), constructor);
    }

    public ActorBase Create() =>
        (ActorBase)(_constructor is null ? Activator.CreateInstance(ActorType, Arguments)! : _constructor.Invoke(new Span<object?>(Arguments)));

    public void Release(ActorBase actor) => (actor as IDisposable)?.Dispose();

    /// <summary>The one public constructor that fits; none where overloads, defaults or conversions leave the choice to the runtime's binder.</summary>
    private static ConstructorInfo? Find(Type type, object[] arguments)
    {
        // A null type is refused where the factory is made.
        if (type is null) return null;
        var fitting = type.GetConstructors().Where(c => Fits(c.GetParameters(), arguments)).Take(2).ToArray();
        return fitting.Length == 1 ? fitting[0] : null;
    }

    private static bool Fits(ParameterInfo[] parameters, object?[] arguments) =>
        parameters.Length == arguments.Length && parameters.Zip(arguments).All(pair => pair.Second is { } argument
            ? pair.First.ParameterType.IsInstanceOfType(argument)
            : !pair.First.ParameterType.IsValueType || Nullable.GetUnderlyingType(pair.First.ParameterType) is not null);

    private static object Evaluate(Expression argument) => argument switch
    {
        ConstantExpression constant => constant.Value!,
        // A captured variable: a field of the closure, read without compiling anything.
        MemberExpression { Member: FieldInfo field, Expression: ConstantExpression { Value: { } closure } } => field.GetValue(closure)!,
        _ => Expression.Lambda<Func<object>>(Expression.Convert(argument, typeof(object))).Compile(preferInterpretation: true)(),
    };
}
