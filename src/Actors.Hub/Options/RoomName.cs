using System.Diagnostics.CodeAnalysis;

namespace Actors.Hub;

/// <summary>
/// A room's name: 1 to <see cref="MaxLength"/> characters, none of them white space or a control character.
/// Operators choose it, so it may be any language's word.
/// </summary>
public readonly record struct RoomName
{
    /// <summary>Longest name, in UTF-16 code units: short enough for one column of the console.</summary>
    public const int MaxLength = 64;

    private readonly string? _value;

    /// <exception cref="ArgumentException">The name is empty, too long, or holds white space or a control character.</exception>
    public RoomName(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"A room's name has 1 to {MaxLength} characters, none of them white space or control.", nameof(value));
        }

        _value = value;
    }

    /// <summary>The name; empty only for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Takes a name if it is a valid one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out RoomName name)
    {
        var valid = IsValid(value);
        name = valid ? new RoomName(value!) : default;
        return valid;
    }

    public override string ToString() => Value;

    private static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: >= 1 and <= MaxLength } && !value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
