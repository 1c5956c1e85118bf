using System.CommandLine;
using System.Text;
using Actors.Client.Network;
using Actors.Client.Text;

namespace Actors.Client.Commands;

/// <summary>Lines in, answers out: each line of standard input is a datagram, and the next is sent when it has been answered.</summary>
internal sealed class EchoCommand : PeerCommand
{
    public EchoCommand(ClientServices services, GlobalOptions globals)
        : base(
            "echo",
            "Send each line of standard input, print each answer; an empty line is an empty datagram.",
            TimeSpan.FromSeconds(2),
            services,
            globals)
    {
    }

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        using var peer = await OpenAsync(parsed, session, stop).ConfigureAwait(false);
        var (sent, answered) = (0, 0);
        if (session.Output.IsInteractive) session.Output.Prompt.Show("> ");
        try
        {
            while (true)
            {
                await session.Output.Lines.Next().WaitAsync(stop).ConfigureAwait(false);
                if (session.Output.Lines.Take() is not { } line) break;
                sent++;
                if (await AskAsync(parsed, session, peer, line, stop).ConfigureAwait(false)) answered++;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Done;
        }

        return answered == sent ? ExitCode.Done : ExitCode.Peer;
    }

    private async Task<bool> AskAsync(ParseResult parsed, ClientSession session, UdpPeer peer, string line, CancellationToken stop)
    {
        peer.Send(Encoding.UTF8.GetBytes(line));
        if (await peer.HearAsync(Timeout.In(parsed), stop).ConfigureAwait(false) is not { } answer)
        {
            session.Output.Note(Silence(parsed, peer).Message, JsonLine.Of("silent").With("text", line));
            return false;
        }

        session.Output.Say(
            PeerText.Line(answer.Bytes),
            JsonLine.Of("heard").WithDatagram(answer.Bytes).With("from", answer.From.ToString()));
        return true;
    }
}
