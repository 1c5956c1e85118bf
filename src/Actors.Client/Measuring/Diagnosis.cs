using System.Net;
using System.Net.Sockets;
using Actors.Client.Network;
using Actors.Client.Text;

namespace Actors.Client.Measuring;

/// <summary>
/// What can be said of the path to a peer, from what it takes to talk to it: the name, the way out, an answer (or a refusal, or silence),
/// and which sizes come back.
/// </summary>
internal sealed class Diagnosis(ClientSession session, PeerAddress peer, TimeSpan timeout)
{
    // One datagram may be lost; three in a row hardly.
    private const int Attempts = 3;

    // What one Ethernet frame carries: 1,500 bytes less the headers of IPv4 (20) or IPv6 (40) and of UDP (8).
    private const int FrameIPv4 = 1_500 - 20 - 8;
    private const int FrameIPv6 = 1_500 - 40 - 8;

    private readonly Probe _probe = new("doctor", session.Random);

    /// <summary>Whether the peer answered.</summary>
    public bool Answered { get; private set; }

    /// <summary>Examines, and tells each finding when it is made.</summary>
    /// <param name="tell">Takes a finding.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="ClientFault">The name does not resolve.</exception>
    public async Task RunAsync(Action<Finding> tell, CancellationToken stop)
    {
        var addresses = await Resolver.AllAsync(peer, stop).ConfigureAwait(false);
        tell(AboutName(addresses));
        UdpPeer socket;
        try
        {
            socket = UdpPeer.Open(addresses[0], connected: true, session.Time, session.Tap);
        }
        catch (ClientFault fault)
        {
            tell(new Finding(FindingKind.Bad, "way", fault.Message));
            return;
        }

        using (socket)
        {
            tell(AboutWay(socket));
            await AskAsync(socket, addresses[0], tell, stop).ConfigureAwait(false);
        }
    }

    private Finding AboutName(IReadOnlyList<IPEndPoint> addresses)
    {
        var host = PeerText.Show(peer.Host);
        if (IPAddress.TryParse(peer.Host, out _)) return new Finding(FindingKind.Good, "name", $"{host} is an address: nothing to look up");
        var others = addresses.Count > 1 ? $" (and {string.Join(", ", addresses.Skip(1).Select(other => other.Address))}, not tried)" : "";
        return new Finding(FindingKind.Good, "name", $"{host} is {addresses[0].Address}{others}");
    }

    private static Finding AboutWay(UdpPeer socket) => new(FindingKind.Good, "way", IsLoopback(socket)
        ? $"from {socket.Local} to {socket.Remote}, by loopback: datagrams never leave this machine"
        : $"from {socket.Local} to {socket.Remote}");

    private async Task AskAsync(UdpPeer socket, IPEndPoint remote, Action<Finding> tell, CancellationToken stop)
    {
        try
        {
            if (await FirstAnswerAsync(socket, stop).ConfigureAwait(false) is not { } first)
            {
                tell(await AboutSilenceAsync(socket, remote, stop).ConfigureAwait(false));
                return;
            }

            Answered = true;
            tell(AboutAnswer(first.Answer, first.RoundTrip, first.Attempt));
            var isChat = Probe.IsChats(first.Answer.Bytes);
            var pause = TimeSpan.FromMilliseconds(Math.Clamp(4 * first.RoundTrip.TotalMilliseconds, 250, timeout.TotalMilliseconds));
            foreach (var finding in await new SizeProbes(session, socket, pause).RunAsync(Sizes(socket), stop).ConfigureAwait(false))
                tell(finding);
            if (isChat) socket.TrySend("quit"u8);
        }
        catch (ClientFault fault)
        {
            tell(new Finding(
                FindingKind.Bad,
                "answer",
                $"{fault.Message}. The machine is there and datagrams reach it: start the server, or ask another port"));
        }
    }

    private async Task<(Datagram Answer, TimeSpan RoundTrip, int Attempt)?> FirstAnswerAsync(UdpPeer socket, CancellationToken stop)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var sent = session.Time.GetTimestamp();
            socket.Send(_probe.Make(attempt, 0));
            if (await socket.HearAsync(timeout, stop).ConfigureAwait(false) is { } answer)
                return (answer, session.Time.GetElapsedTime(sent, answer.Timestamp), attempt);
        }

        return null;
    }

    private Finding AboutAnswer(Datagram answer, TimeSpan roundTrip, int attempt)
    {
        var lost = attempt > 1 ? $", to the {(attempt == 2 ? "second" : "third")} question only" : "";
        var kind = Probe.IsChats(answer.Bytes) ? "a chat's answer"
            : _probe.NumberOf(answer.Bytes) is not null ? "an echo"
            : "something of its own";
        var text = CellWidth.Clip(PeerText.Line(answer.Bytes), 60);
        var words = $"both directions work: {kind} after {Duration.Show(roundTrip)}{lost}: {text}";
        return new Finding(attempt > 1 ? FindingKind.Note : FindingKind.Good, "answer", words);
    }

    // A connected socket does not hear an answer that comes from elsewhere, as of a server with several addresses.
    private async Task<Finding> AboutSilenceAsync(UdpPeer connected, IPEndPoint remote, CancellationToken stop)
    {
        using var open = UdpPeer.Open(remote, connected: false, session.Time, session.Tap);
        open.Send(_probe.Make(0, 0));
        if (await open.HearAsync(timeout, stop).ConfigureAwait(false) is null && open.LastStranger is { } elsewhere && IsAnswer(elsewhere))
            return new Finding(
                FindingKind.Bad,
                "answer",
                $"{elsewhere.From} answers for {connected.Remote}: clients that check, hear nothing; talk to that address");
        return new Finding(
            FindingKind.Bad,
            "answer",
            $"silence: {Attempts + 1} questions, each for {Duration.Show(timeout)}, and no refusal either. A service that answers only "
            + "some datagrams, a firewall that drops them on either way, or a machine that is off: from here they look the same");
    }

    // Anybody may send to an open socket; what holds our question, or comes from the port that was asked, answers it.
    private bool IsAnswer(Datagram datagram) => _probe.NumberOf(datagram.Bytes) is not null || datagram.From.Port == peer.Port;

    private static bool IsLoopback(UdpPeer socket) =>
        IPAddress.IsLoopback(socket.Remote.Address) || socket.Local.Address.Equals(socket.Remote.Address);

    private static IReadOnlyList<int> Sizes(UdpPeer socket) => IsLoopback(socket)
        ? [0, 512, 960, 1_024, 8_192, 16_384, 32_768, SocketFaults.LargestPayload]
        : [0, 512, 960, 1_024, socket.Remote.IsIPv4 ? FrameIPv4 : FrameIPv6, 4_096, 8_192, SocketFaults.LargestPayload];
}
