using System.CommandLine;
using Actors.Client.Measuring;
using Actors.Client.Network;
using Actors.Client.Text;
using Spectre.Console;

namespace Actors.Client.Commands;

/// <summary>Says in plain words what is the matter with a path, or that nothing is.</summary>
internal sealed class DoctorCommand : ClientCommand
{
    private readonly Argument<PeerAddress> _peer = Parsing.Peer();
    private readonly DurationOption _timeout = new("--timeout", "For how long each answer is waited for.", TimeSpan.FromSeconds(1));

    public DoctorCommand(ClientServices services, GlobalOptions globals)
        : base(
            "doctor",
            "Say what can be said of the path: does the name resolve, do both directions work, is it answered, refused or silent, which "
            + "sizes come back. Sends up to a dozen datagrams of up to 65507 bytes; the members of a chat see them.",
            services,
            globals)
    {
        Arguments.Add(_peer);
        Options.Add(_timeout);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        var diagnosis = new Diagnosis(session, parsed.GetRequiredValue(_peer), _timeout.In(parsed));
        await diagnosis.RunAsync(finding => Tell(session, finding), stop).ConfigureAwait(false);
        return diagnosis.Answered ? ExitCode.Done : ExitCode.Peer;
    }

    private static void Tell(ClientSession session, Finding finding)
    {
        var (sign, colour) = finding.Kind switch
        {
            FindingKind.Good => ("ok  ", "green"),
            FindingKind.Note => ("note", "yellow"),
            _ => ("bad ", "red"),
        };
        session.Output.Say(
            $"{sign} {finding.Subject}: {finding.Words}",
            JsonLine.Of("finding").With("kind", sign.TrimEnd()).With("subject", finding.Subject).With("words", finding.Words),
            $"[{colour}]{sign}[/] [bold]{finding.Subject}[/]: {Markup.Escape(finding.Words)}");
    }
}
