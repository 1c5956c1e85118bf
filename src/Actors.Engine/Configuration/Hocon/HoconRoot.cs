namespace Akka.Configuration.Hocon;

/// <summary>What one parsed text holds: its value, and the substitutions in it.</summary>
public class HoconRoot
{
    /// <summary>A root without substitutions.</summary>
    public HoconRoot(HoconValue value)
        : this(value, [])
    {
    }

    /// <summary>A root, with the substitutions that stand somewhere in its value.</summary>
    public HoconRoot(HoconValue value, IEnumerable<HoconSubstitution> substitutions)
    {
        Value = value;
        Substitutions = substitutions;
    }

    /// <summary>The value, as a rule an object.</summary>
    public HoconValue Value { get; }

    /// <summary>The substitutions in the value, those of included texts too.</summary>
    public IEnumerable<HoconSubstitution> Substitutions { get; }
}
