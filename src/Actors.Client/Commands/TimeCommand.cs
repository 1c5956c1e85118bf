using System.CommandLine;
using System.Text;
using Actors.Client.Text;

namespace Actors.Client.Commands;

/// <summary>Asks a time service: the datagram is the format, the answer the time in it.</summary>
internal sealed class TimeCommand : PeerCommand
{
    private readonly Argument<string> _format = new("FORMAT")
    {
        Description = "As strftime(3) has it, such as '%Y-%m-%d %X'; the server's default when left out.",
        DefaultValueFactory = _ => "",
    };

    public TimeCommand(ClientServices services, GlobalOptions globals)
        : base("time", "Ask a time service what time it is.", TimeSpan.FromSeconds(2), services, globals) => Arguments.Add(_format);

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        using var peer = await OpenAsync(parsed, session, stop).ConfigureAwait(false);
        peer.Send(Encoding.UTF8.GetBytes(parsed.GetValue(_format) ?? ""));
        var answer = await peer.HearAsync(Timeout.In(parsed), stop).ConfigureAwait(false) ?? throw Silence(parsed, peer);
        session.Output.Say(
            PeerText.Line(answer.Bytes),
            JsonLine.Of("time").WithDatagram(answer.Bytes).With("from", answer.From.ToString()));
        return ExitCode.Done;
    }
}
