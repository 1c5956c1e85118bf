using System.Net.Sockets;
using Actors.Client.Network;
using Actors.Client.Text;

namespace Actors.Client.Measuring;

/// <summary>Asks in growing sizes, to see which come back whole.</summary>
internal sealed class SizeProbes(ClientSession session, UdpPeer peer, TimeSpan pause)
{
    // After so many silent sizes, larger ones are not asked any more.
    private const int MostSilences = 2;

    private readonly Probe _probe = new("size", session.Random);
    private int _largestWhole = -1;
    private int _silences;

    /// <summary>Asks.</summary>
    /// <param name="sizes">Bytes, ascending; the first may be 0.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="ClientFault">The peer refuses from now on.</exception>
    public async Task<IReadOnlyList<Finding>> RunAsync(IReadOnlyList<int> sizes, CancellationToken stop)
    {
        var findings = new List<Finding>();
        foreach (var size in sizes)
        {
            if (_silences == MostSilences) break;
            if (await AskAsync(size, stop).ConfigureAwait(false) is { } finding) findings.Add(finding);
        }

        if (_largestWhole > 0)
        {
            var all = _largestWhole == SocketFaults.LargestPayload ? ": all that UDP can carry" : "";
            findings.Insert(0, new Finding(FindingKind.Good, "sizes", $"{_largestWhole} bytes come back whole{all}"));
        }

        return findings;
    }

    /// <summary>Asks in one size; what is worth saying of it, or null.</summary>
    private async Task<Finding?> AskAsync(int size, CancellationToken stop)
    {
        var payload = size == 0 ? [] : _probe.Make(size, size);
        var error = peer.TrySend(payload);
        if (SocketFaults.IsRefusal(error)) throw SocketFaults.Of(error, peer.Remote, size);
        if (error != SocketError.Success)
            return new Finding(FindingKind.Note, "sizes", $"{size} bytes: this machine does not send them ({error})");

        while (await peer.HearAsync(pause, stop).ConfigureAwait(false) is { } answer)
        {
            if (_probe.NumberOf(answer.Bytes) is { } other && other != size) continue; // a late one
            _silences = 0;
            if (size == 0)
                return new Finding(FindingKind.Good, "sizes", $"an empty datagram is answered with {Bytes(answer.Bytes.Length)}");
            if (Probe.Holds(answer.Bytes, payload))
            {
                _largestWhole = size;
                return null;
            }

            var text = CellWidth.Clip(PeerText.Line(answer.Bytes), 60);
            return new Finding(FindingKind.Note, "sizes", $"{size} bytes: answered with {Bytes(answer.Bytes.Length)}: {text}");
        }

        _silences++;
        return new Finding(FindingKind.Note, "sizes", size == 0 ? "an empty datagram is not answered" : $"{size} bytes: not answered");
    }

    private static string Bytes(int length) => $"{length} byte{(length == 1 ? "" : "s")}";
}
