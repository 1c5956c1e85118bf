using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services.Time;

/// <summary>
/// A datagram is a format of strftime(3), and the answer is the current local time in it (<see cref="Strftime"/>); an empty one asks for
/// <c>%Y-%m-%d %X</c>. Exactly the bytes: a newline in the format is one in the answer.
/// </summary>
/// <param name="time">Gives the time and the local zone.</param>
/// <param name="zoneOf">Gives the abbreviation of that zone at a time (<c>%Z</c>).</param>
public sealed class TimeService(TimeProvider time, Func<DateTimeOffset, string> zoneOf) : IService, IConversation
{
    /// <summary>
    /// Longest answer, in bytes: what common clients read. It also bounds what a datagram can be multiplied to: "%c" has 2 bytes, and its
    /// answer 24.
    /// </summary>
    public const int MaxReplyBytes = 1_024;

    public ReadOnlySpan<byte> Farewell => [];

    public Reception Meet(ReadOnlySpan<byte> first) => Reception.Plain;

    public IConversation Open(EndpointKey peer) => this;

    public Answer Hear(ReadOnlySpan<byte> datagram, EndpointKey from, LineWriter line)
    {
        var format = datagram.IsEmpty ? "%Y-%m-%d %X"u8 : datagram;
        var length = Strftime.Format(format, new StrftimeMoment(time.GetLocalNow(), zoneOf), line.GetSpan(MaxReplyBytes)[..MaxReplyBytes]);
        if (length > MaxReplyBytes)
        {
            line.Append($"reply too long: {length} bytes, at most {MaxReplyBytes} allowed");
            return Answer.Refuse(DropReason.ReplyTooLong);
        }

        line.Advance(length);
        return Answer.Reply;
    }
}
