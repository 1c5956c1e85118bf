using System.CommandLine;

namespace Actors.Client.Commands;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<bool> _json = new("--json")
    {
        Description = "One JSON object a line on standard output.",
        Recursive = true,
    };

    private readonly Option<string?> _capture = new("--capture")
    {
        Description = "Write every datagram, in and out, to this file, which tcpdump and Wireshark open (pcapng).",
        HelpName = "FILE.pcapng",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Options.Add(_json);
        root.Options.Add(_capture);
    }

    /// <summary>The session for these options; what may fail of them is <see cref="Apply"/>.</summary>
    public ClientSession Begin(ParseResult parsed, ClientServices services) => new(services, parsed.GetValue(_json));

    /// <summary>Does what these options ask for beyond the session itself.</summary>
    /// <exception cref="ClientFault">It cannot be done.</exception>
    public void Apply(ParseResult parsed, ClientSession session)
    {
        if (parsed.GetValue(_capture) is { } file) session.Capture(file);
    }
}
