using System.Collections.Concurrent;
using Actors.Datagrams;

namespace Actors.Hub.Tests.Observing;

/// <summary>Writes down what it is shown, a line each: <c>chat 10.0.0.1:5000 &gt; hello: delivered to 2</c>.</summary>
internal sealed class Recorder : IHubObserver
{
    private readonly ConcurrentQueue<string> _received = new();
    private readonly ConcurrentQueue<string> _sent = new();

    public IReadOnlyCollection<string> ReceivedLines => _received;

    public IReadOnlyCollection<string> SentLines => _sent;

    public void Received(BoundListener listener, ReceivedDatagram datagram, Verdict verdict) =>
        _received.Enqueue($"{listener.Options.Name} {datagram.Source} > {Short(datagram.Bytes)}: {verdict}");

    public void Sent(BoundListener listener, EndpointKey to, ReadOnlySpan<byte> payload, DateTimeOffset at, Verdict verdict) =>
        _sent.Enqueue($"{listener.Options.Name} {to} < {Short(payload)}: {verdict}");

    private static string Short(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 40 ? $"{bytes.Length} bytes" : Peers.Text(bytes).Replace("\n", "\\n");
}
