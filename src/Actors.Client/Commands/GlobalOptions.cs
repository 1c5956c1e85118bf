using System.CommandLine;

namespace Actors.Client.Commands;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "One JSON object a line on standard output.",
        Recursive = true,
    };

    /// <summary>The session that these options ask for.</summary>
    public ClientSession Begin(ParseResult parsed, ClientServices services) => new(services, parsed.GetValue(Json));
}
