using System.CommandLine;
using System.Text;
using Actors.Client.Network;
using Actors.Client.Text;

namespace Actors.Client.Commands;

/// <summary>Sends datagrams: each TEXT is one, and its boundary is kept.</summary>
internal sealed class SendCommand : PeerCommand
{
    private const int MostRounds = 1_000_000;

    // A refusal from this machine is there at once; from another, a round trip later.
    private static readonly TimeSpan RefusalWait = TimeSpan.FromMilliseconds(200);

    private readonly Argument<string[]> _texts = new("TEXT")
    {
        Description = "A datagram each; quote what holds spaces. Put -- before one that begins with a dash.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int?> _count = Parsing.Number("--count", "Send all of them N times. [default: 1]", 1, MostRounds);
    private readonly Option<bool> _empty = new("--empty") { Description = "Send an empty datagram too, as the last of each round." };
    private readonly Option<TimeSpan?> _wait = new("--wait")
    {
        Description = "Print what comes back, until each datagram has been answered, for at most so long.",
        HelpName = "S",
        CustomParser = result => Duration.TryParse(Parsing.Word(result), out var wait)
            ? wait
            : Parsing.Refuse<TimeSpan?>(result, $"expected seconds, such as 2 or 500ms, and not '{Parsing.Word(result)}'"),
    };

    public SendCommand(ClientServices services, GlobalOptions globals)
        : base("send", "Send datagrams, one for each TEXT.", TimeSpan.FromSeconds(5), services, globals)
    {
        Arguments.Add(_texts);
        Options.Add(_count);
        Options.Add(_empty);
        Options.Add(_wait);
        Options.Remove(Timeout); // --wait is this command's
        Validators.Add(result =>
        {
            if (result.GetResult(_texts) is not { Tokens.Count: > 0 } && !result.GetValue(_empty))
                result.AddError("nothing to send: give a TEXT, or --empty for an empty datagram");
        });
    }

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        List<byte[]> round = [.. (parsed.GetValue(_texts) ?? []).Select(Encoding.UTF8.GetBytes)];
        if (parsed.GetValue(_empty)) round.Add([]);
        using var peer = await OpenAsync(parsed, session, stop).ConfigureAwait(false);
        var rounds = parsed.GetValue(_count) ?? 1;
        for (var i = 0; i < rounds && !stop.IsCancellationRequested; i++)
            foreach (var payload in round) peer.Send(payload);

        var sent = (long)rounds * round.Count;
        session.Output.Note(
            $"sent {sent} datagram{(sent == 1 ? "" : "s")} from {peer.Local} to {peer.Remote}",
            JsonLine.Of("sent").With("datagrams", sent).With("from", peer.Local.ToString()).With("to", peer.Remote.ToString()));
        return parsed.GetValue(_wait) is { } wait
            ? await HearAsync(session, peer, sent, wait, stop).ConfigureAwait(false)
            : await NoticeRefusalAsync(parsed.GetValue(Connected), peer, stop).ConfigureAwait(false);
    }

    private static async Task<int> HearAsync(ClientSession session, UdpPeer peer, long wanted, TimeSpan wait, CancellationToken stop)
    {
        var began = session.Time.GetTimestamp();
        var heard = 0L;
        while (heard < wanted && await peer.HearAsync(wait - session.Time.GetElapsedTime(began), stop).ConfigureAwait(false) is { } answer)
        {
            heard++;
            session.Output.Say(
                PeerText.Line(answer.Bytes),
                JsonLine.Of("heard").WithDatagram(answer.Bytes).With("from", answer.From.ToString()));
        }

        if (heard < wanted)
            session.Output.Note($"{heard} of {wanted} answered within {Duration.Show(wait)}", JsonLine.Of("waited").With("answers", heard));
        return heard > 0 ? ExitCode.Done : ExitCode.Peer;
    }

    private static async Task<int> NoticeRefusalAsync(bool connected, UdpPeer peer, CancellationToken stop)
    {
        if (connected) await peer.HearAsync(RefusalWait, stop).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
