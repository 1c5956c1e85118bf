using System.CommandLine;
using Actors.Client.Network;

namespace Actors.Client.Commands;

/// <summary>A command that talks to one peer.</summary>
internal abstract class PeerCommand : ClientCommand
{
    protected PeerCommand(string name, string description, TimeSpan timeout, ClientServices services, GlobalOptions globals)
        : base(name, description, services, globals)
    {
        Timeout = new DurationOption("--timeout", "For how long an answer is waited for.", timeout);
        Arguments.Add(Peer);
        Options.Add(Connected);
        Options.Add(Timeout);
    }

    protected Argument<PeerAddress> Peer { get; } = Parsing.Peer();

    protected Option<bool> Connected { get; } = Parsing.Connected();

    protected DurationOption Timeout { get; }

    protected Task<UdpPeer> OpenAsync(ParseResult parsed, ClientSession session, CancellationToken stop) =>
        session.OpenAsync(parsed.GetRequiredValue(Peer), parsed.GetValue(Connected), stop);

    /// <summary>Silence where an answer was wanted, and what it may mean.</summary>
    protected ClientFault Silence(ParseResult parsed, UdpPeer peer) => new(ExitCode.Peer, parsed.GetValue(Connected)
        ? $"no answer from {peer.Remote} within {Text.Duration.Show(Timeout.In(parsed))}"
        : $"no answer from {peer.Remote} within {Text.Duration.Show(Timeout.In(parsed))} (--connected tells whether anybody listens)");
}
