using System.Diagnostics.CodeAnalysis;

namespace Actors.Hub.Backplane;

/// <summary>
/// A node's name among the hubs that share rooms: 1 to <see cref="MaxLength"/> letters and digits of ASCII, <c>-</c> and <c>_</c>. So it
/// can stand as it is in a queue's name and in a word of an AMQP routing key (AMQP 0-9-1, section 3.1.3.3).
/// </summary>
public readonly record struct NodeId : IComparable<NodeId>
{
    /// <summary>Longest name, in characters: that of a label of a host's name (RFC 1035, section 2.3.4).</summary>
    public const int MaxLength = 63;

    private readonly string? _value;

    /// <exception cref="ArgumentException">The name is empty, too long, or holds another character.</exception>
    public NodeId(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"A node's name has 1 to {MaxLength} letters, digits, - and _.", nameof(value));
        }

        _value = value;
    }

    /// <summary>The name; empty only for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Takes a name if it is a valid one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out NodeId id)
    {
        var valid = IsValid(value);
        id = valid ? new NodeId(value!) : default;
        return valid;
    }

    /// <summary>By the characters' numbers.</summary>
    public int CompareTo(NodeId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    private static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: >= 1 and <= MaxLength } && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
