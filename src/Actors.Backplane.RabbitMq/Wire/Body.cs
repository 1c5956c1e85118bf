using System.Net;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Hub.Backplane;

namespace Actors.Backplane.RabbitMq.Wire;

/// <summary>
/// What goes through the broker, byte by byte; numbers big-endian, texts UTF-8 with their length in a byte before them.
/// <code>
/// body     = %xAC version kind from ( said / beat / change / snapshot / request / stopping )
/// version  = %x01                                  ; a body of another version is rejected
/// kind     = %x01-06                               ; BodyKind
/// from     = node incarnation                      ; text of 1 to 63, 8 bytes
/// said     = room sequence time line               ; text, 8 bytes, 8 bytes of microseconds since 1970, the rest
/// beat     = version8
/// change   = version8 count *member count *left    ; counts of 2 bytes
/// snapshot = version8 part parts count *member     ; 2 bytes each but the version
/// request  = node / %x00                           ; the empty name for every node
/// stopping =
/// member   = endpoint listener room silence        ; texts, 4 bytes of milliseconds
/// left     = endpoint listener reason              ; 1 byte
/// endpoint = %x04 4OCTET port / %x06 16OCTET scope port
/// </code>
/// </summary>
internal static class Body
{
    private const byte Mark = 0xAC;
    private const byte Version = 1;

    // No node of ours writes a longer one; see NodeNews.MaxMembers for the 268 KB.
    private const int MaxBytes = 300_000;

    public static void Write(BodyWriter to, BackplaneMessage message)
    {
        Begin(to, BodyKind.Said, message.From);
        to.Text(message.Room.Value);
        to.Int64(message.Sequence);
        to.Int64((message.SaidAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        to.Bytes(message.Line.Span);
    }

    public static void Write(BodyWriter to, NodeNews news)
    {
        switch (news)
        {
            case NodeNews.Beat beat:
                Begin(to, BodyKind.Beat, beat.From);
                to.Int64(beat.Version);
                break;
            case NodeNews.RosterChange change:
                Begin(to, BodyKind.RosterChange, change.From);
                to.Int64(change.Version);
                WriteAll(to, change.Joined, Write);
                WriteAll(to, change.Left, Write);
                break;
            case NodeNews.RosterSnapshot snapshot:
                Begin(to, BodyKind.RosterSnapshot, snapshot.From);
                to.Int64(snapshot.Version);
                to.UInt16(snapshot.Part);
                to.UInt16(snapshot.Parts);
                WriteAll(to, snapshot.Members, Write);
                break;
            case NodeNews.RosterRequest request:
                Begin(to, BodyKind.RosterRequest, request.From);
                to.Text(request.Of?.Value ?? "");
                break;
            case NodeNews.Stopping:
                Begin(to, BodyKind.Stopping, news.From);
                break;
            default:
                throw new ArgumentException($"{news.GetType().Name} has no form on the wire.", nameof(news));
        }
    }

    /// <summary>
    /// Reads a body: a <see cref="BackplaneMessage"/> or a <see cref="NodeNews"/>. Keeps nothing of the given memory.
    /// </summary>
    /// <param name="body">Any bytes.</param>
    /// <param name="content">What it is; null where no node of ours wrote it.</param>
    /// <param name="why">Why it is none, without any of its bytes.</param>
    public static bool TryRead(ReadOnlySpan<byte> body, out object? content, out string why)
    {
        content = null;
        why = body switch
        {
            { Length: > MaxBytes } => $"a body of {body.Length} bytes, where at most {MaxBytes} can be",
            not [Mark, _, _, ..] => $"a body of {body.Length} bytes that is not of a hub",
            [_, not Version, ..] => "a body of another version of the hub",
            _ => "",
        };
        if (why.Length > 0) return false;

        var reader = new BodyReader(body[2..]);
        var kind = (BodyKind)reader.Byte();
        var read = Read(ref reader, kind);
        if (read is null || !reader.IsSound || !reader.IsAtEnd)
        {
            why = $"a damaged body of {body.Length} bytes";
            return false;
        }

        content = read;
        return true;
    }

    private static object? Read(ref BodyReader from, BodyKind kind)
    {
        var node = new NodeIncarnation(Node(ref from), from.Int64());
        return kind switch
        {
            BodyKind.Said => Said(ref from, node),
            BodyKind.Beat => new NodeNews.Beat(node, from.Int64()),
            BodyKind.RosterChange => new NodeNews.RosterChange(node, from.Int64(), ReadAll(ref from, Member), ReadAll(ref from, Left)),
            BodyKind.RosterSnapshot => new NodeNews.RosterSnapshot(
                node, from.Int64(), from.UInt16(), from.UInt16(), ReadAll(ref from, Member)),
            BodyKind.RosterRequest => new NodeNews.RosterRequest(node, Asked(ref from)),
            BodyKind.Stopping => new NodeNews.Stopping(node),
            _ => null,
        };
    }

    private static BackplaneMessage? Said(ref BodyReader from, NodeIncarnation node)
    {
        var room = Room(ref from);
        var sequence = from.Int64();
        var at = from.Int64();
        var line = from.Rest();
        var latest = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return !from.IsSound || sequence < 1 || at < 0 || at > latest || line.Length > BackplaneMessage.MaxLineBytes
            ? null
            : new BackplaneMessage(node, room, sequence, DateTimeOffset.UnixEpoch.AddMicroseconds(at), line.ToArray());
    }

    private static void Begin(BodyWriter to, BodyKind kind, NodeIncarnation from)
    {
        to.Byte(Mark);
        to.Byte(Version);
        to.Byte((byte)kind);
        to.Text(from.Node.Value);
        to.Int64(from.Number);
    }

    private static void WriteAll<T>(BodyWriter to, IReadOnlyList<T> all, Action<BodyWriter, T> write)
    {
        to.UInt16(all.Count);
        foreach (var one in all) write(to, one);
    }

    private static void Write(BodyWriter to, RosterMember member)
    {
        Write(to, member.Endpoint);
        to.Text(member.Listener);
        to.Text(member.Room.Value);
        to.UInt32((uint)Math.Clamp(member.Silent.TotalMilliseconds, 0, uint.MaxValue));
    }

    private static void Write(BodyWriter to, RosterLeft left)
    {
        Write(to, left.Endpoint);
        to.Text(left.Listener);
        to.Byte((byte)left.Reason);
    }

    private static void Write(BodyWriter to, EndpointKey endpoint)
    {
        to.Byte(endpoint.IsIPv4 ? (byte)4 : (byte)6);
        to.Bytes(endpoint.Address.GetAddressBytes());
        if (!endpoint.IsIPv4) to.UInt32((uint)endpoint.ScopeId);
        to.UInt16(endpoint.Port);
    }

    private delegate T ReadOne<T>(ref BodyReader from);

    private static T[] ReadAll<T>(ref BodyReader from, ReadOne<T> read)
    {
        var count = from.UInt16();
        if (count > NodeNews.MaxMembers) from.Fail();
        if (!from.IsSound) return [];
        var all = new T[count];
        for (var i = 0; i < count && from.IsSound; i++) all[i] = read(ref from);
        return all;
    }

    private static RosterMember Member(ref BodyReader from) =>
        new(Endpoint(ref from), Listener(ref from), Room(ref from), TimeSpan.FromMilliseconds(from.UInt32()));

    private static RosterLeft Left(ref BodyReader from)
    {
        var (endpoint, listener, reason) = (Endpoint(ref from), Listener(ref from), (LeaveReason)from.Byte());
        if (!Enum.IsDefined(reason)) from.Fail();
        return new RosterLeft(endpoint, listener, reason);
    }

    private static EndpointKey Endpoint(ref BodyReader from)
    {
        var isIPv4 = from.Byte() switch { 4 => true, 6 => false, _ => Refused(ref from) };
        var address = from.Next(isIPv4 ? 4 : 16);
        var scope = isIPv4 ? 0 : from.UInt32();
        var port = from.UInt16();
        if (!from.IsSound) return default;
        return new EndpointKey(isIPv4 ? new IPAddress(address) : new IPAddress(address, scope), port);
    }

    private static bool Refused(ref BodyReader from)
    {
        from.Fail();
        return false;
    }

    private static string Listener(ref BodyReader from)
    {
        var name = from.Text();
        if (name.Length == 0 || name.Any(char.IsControl)) from.Fail();
        return name;
    }

    private static RoomName Room(ref BodyReader from)
    {
        if (!RoomName.TryParse(from.Text(), out var room)) from.Fail();
        return room;
    }

    private static NodeId Node(ref BodyReader from)
    {
        if (!NodeId.TryParse(from.Text(), out var node)) from.Fail();
        return node;
    }

    private static NodeId? Asked(ref BodyReader from)
    {
        var name = from.Text();
        if (name.Length == 0) return null;
        if (!NodeId.TryParse(name, out var node)) from.Fail();
        return node;
    }
}
