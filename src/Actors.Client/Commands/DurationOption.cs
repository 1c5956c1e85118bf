using System.CommandLine;
using Actors.Client.Text;

namespace Actors.Client.Commands;

/// <summary>An option that is a time above 0, up to a day.</summary>
internal sealed class DurationOption : Option<TimeSpan?>
{
    private readonly TimeSpan? _usual;

    /// <summary>Makes the option.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="usual">What it is when it is not given; null where the command works that out.</param>
    public DurationOption(string name, string description, TimeSpan? usual)
        : base(name)
    {
        _usual = usual;
        Description = $"{description} Such as 500ms, 10s, 2m; a bare number is seconds."
            + (usual is { } known ? $" [default: {Duration.Show(known)}]" : "");
        HelpName = "TIME";
        CustomParser = result => Duration.TryParse(Parsing.Word(result), out var duration) && duration > TimeSpan.Zero
            ? duration
            : Parsing.Refuse<TimeSpan?>(
                result, $"expected a time above 0 and up to a day, such as 500ms, 10s or 2m, and not '{Parsing.Word(result)}'");
    }

    /// <summary>What the command line says, or what is usual.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="otherwise">What is usual, where the option does not say.</param>
    public TimeSpan In(ParseResult parsed, TimeSpan otherwise = default) => parsed.GetValue(this) ?? _usual ?? otherwise;
}
