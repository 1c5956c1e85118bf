namespace Actors.Server.Options;

/// <summary>What the command line asks for.</summary>
internal sealed record ServerArguments
{
    /// <summary>
    /// The configuration file, or null for the first that is there of <c>./hocon/hub.conf</c> and the one beside the executable.
    /// </summary>
    public string? ConfigFile { get; init; }

    /// <summary>Keys set on the command line, in their order: a later one wins, and each wins over the file.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Read the configuration, say whether it is right, and end.</summary>
    public bool CheckConfig { get; init; }

    /// <summary>Print the configuration in force, and end.</summary>
    public bool PrintConfig { get; init; }

    /// <summary>Where every datagram is written to; null for nowhere.</summary>
    public CaptureSetting? Capture { get; init; }

    /// <summary>Read commands from standard input even when it is not a terminal.</summary>
    public bool Console { get; init; }

    /// <summary>Play the demo, and end; nothing else is read then.</summary>
    public bool Demo { get; init; }

    /// <summary>With the demo: no pauses for a reader.</summary>
    public bool Headless { get; init; }
}
