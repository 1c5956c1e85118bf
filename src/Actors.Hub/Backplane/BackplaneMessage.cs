namespace Actors.Hub.Backplane;

/// <summary>What was said in a room of one node, on its way to that room's members on the others. Encoded once, where it was said.</summary>
/// <param name="From">Where it was said.</param>
/// <param name="Room">The room.</param>
/// <param name="Sequence">1 for what that life of the node said first in that room, and so on, without a gap where it was published.</param>
/// <param name="SaidAt">When, by the clock of the node where it was said.</param>
/// <param name="Line">
/// The bytes that every member gets, without the newline that those in line mode get too: 0 to <see cref="MaxLineBytes"/>, any bytes.
/// Nobody writes to this memory any more.
/// </param>
public sealed record BackplaneMessage(
    NodeIncarnation From, RoomName Room, long Sequence, DateTimeOffset SaidAt, ReadOnlyMemory<byte> Line)
{
    /// <summary>Longest <see cref="Line"/>: a UDP payload over IPv4 (65,535 − 8 UDP − 20 IPv4).</summary>
    public const int MaxLineBytes = 65_507;
}
