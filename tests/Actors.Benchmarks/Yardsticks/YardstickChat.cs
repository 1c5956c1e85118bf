using System.Globalization;
using System.Text;

namespace Actors.Benchmarks.Yardsticks;

/// <summary>The chat's grammar, as both C# loops need it: the hub's wording without its rooms, limits and lines.</summary>
internal static class YardstickChat
{
    /// <summary>The longest answer.</summary>
    internal const int LongestAnswer = 65_507;

    internal static bool IsHeartbeat(ReadOnlySpan<byte> datagram) => datagram.Trim(" \t\r\n\v\f"u8).SequenceEqual("^hb^"u8);

    internal static bool IsQuit(ReadOnlySpan<byte> datagram) => datagram.Trim(" \t\r\n\v\f"u8).SequenceEqual("quit"u8);

    /// <summary><c>. from IP:PORT</c>, made once for each member.</summary>
    internal static byte[] Signature(object endpoint) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $". from {endpoint}"));

    /// <summary><c>Ack TEXT. from IP:PORT</c>.</summary>
    /// <returns>Its length.</returns>
    internal static int Answer(ReadOnlySpan<byte> text, byte[] signature, Span<byte> answer)
    {
        "Ack "u8.CopyTo(answer);
        Ascii.ToUpper(text, answer[4..], out _); // stops at the first byte that is not ASCII; a load's are
        signature.CopyTo(answer[(4 + text.Length)..]);
        return 4 + text.Length + signature.Length;
    }

    internal static void Ready(int port) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready: udp 127.0.0.1:{port}"));
}
