using Akka.Util;

namespace Akka.Actor.Setup;

/// <summary>What a system is set up with: at most one <see cref="Setup"/> of each type. Immutable.</summary>
public sealed class ActorSystemSetup
{
    /// <summary>Nothing.</summary>
    public static readonly ActorSystemSetup Empty = new([]);

    private readonly Dictionary<Type, Setup> _setups;

    private ActorSystemSetup(Dictionary<Type, Setup> setups) => _setups = setups;

    /// <summary>These setups; of two of one type the later.</summary>
    public static ActorSystemSetup Create(params Setup[] setup)
    {
        var setups = new Dictionary<Type, Setup>();
        foreach (var each in setup) setups[each.GetType()] = each;
        return new ActorSystemSetup(setups);
    }

    /// <summary>The setup of that type, if there is one.</summary>
    public Option<T> Get<T>() where T : Setup => _setups.TryGetValue(typeof(T), out var found) ? (T)found : Option<T>.None;

    /// <summary>The same with one more, which replaces one of its type.</summary>
    public ActorSystemSetup WithSetup<T>(T setup) where T : Setup => new(new Dictionary<Type, Setup>(_setups) { [setup.GetType()] = setup });

    /// <summary>The same with one more, which replaces one of its type.</summary>
    public ActorSystemSetup And<T>(T setup) where T : Setup => WithSetup(setup);

    /// <inheritdoc />
    public override string ToString() => $"ActorSystemSetup({string.Join(",", _setups.Keys.Select(k => k.Name))})";
}
