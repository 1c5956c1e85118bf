using System.Net;
using System.Text;
using Actors.Datagrams;
using Actors.Hub.Observing;
using Actors.Hub.Rooms;
using Actors.Hub.Sockets;

namespace Actors.Hub.Tests;

/// <summary>Endpoints and datagrams to test with.</summary>
internal static class Peers
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A listener that nobody watches.</summary>
    public static readonly ListenerWatch Unwatched =
        new(new BoundListener(HubOptions.Default.Listeners[0], new FakeSocket()), new HubObservers());

    /// <summary>One endpoint per number, 1 up, all different.</summary>
    public static EndpointKey Number(int number) =>
        new(new IPAddress([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]), 5000);

    public static EndpointKey At(string endpoint) =>
        EndpointKey.TryParse(endpoint, out var key) ? key : throw new ArgumentException($"'{endpoint}' is no endpoint", nameof(endpoint));

    /// <summary>An outgoing message that nobody has said yet.</summary>
    public static OutgoingMessage Message(OutgoingMessagePool pool, string latin1)
    {
        Assert.True(pool.TryRent(out var message));
        message.Line.Append(Bytes(latin1));
        return message;
    }

    public static Recipients Recipients(EndpointKey[] plain, params EndpointKey[] lines) =>
        new(new DestinationList(plain), new DestinationList(lines));

    /// <summary>A string's bytes, one per character, so that a test can write any byte as \u0000 to \u00ff.</summary>
    public static byte[] Bytes(string latin1) => Encoding.Latin1.GetBytes(latin1);

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
