using System.Runtime.CompilerServices;

namespace Actors.Hub;

/// <summary>
/// Bounds on what the hub holds for its peers (<c>hub.limits</c>). Each property refuses a value outside its range with
/// <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed record HubLimits
{
    /// <summary>
    /// Largest <see cref="MessageBytes"/>: a UDP payload's 65,507 bytes (65,535 − 8 UDP − 20 IPv4) less what an answer adds around it.
    /// </summary>
    public const int MaxMessageBytes = 65_507 - Protocol.ChatProtocol.LongestFrame;

    /// <summary>The defaults.</summary>
    public static HubLimits Default { get; } = new();

    /// <summary>
    /// Longest message a chat passes on, in bytes, its final newline not counted; 1 to <see cref="MaxMessageBytes"/>.
    /// 960, because common clients read 1,024 bytes, and 960 + <see cref="Protocol.ChatProtocol.LongestFrame"/> fit.
    /// </summary>
    public int MessageBytes { get; init => field = InRange(value, 1, MaxMessageBytes); } = 960;

    /// <summary>Members that one room holds; 1 to 10,000,000.</summary>
    public int MembersPerRoom { get; init => field = InRange(value, 1, 10_000_000); } = 100_000;

    /// <summary>Endpoints that one listener's room keeps in quarantine; beyond it the oldest are let go. 1 to 1,000,000.</summary>
    public int QuarantinedEndpoints { get; init => field = InRange(value, 1, 1_000_000); } = 10_000;

    /// <summary>How long an endpoint stays in quarantine; 1 second to 1 day.</summary>
    public TimeSpan QuarantineTime
    {
        get;
        init => field = InRange(value, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
    } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Received datagrams that the hub holds at any moment, over all listeners, until each is dealt with and its answer sent: these bound
    /// every mailbox behind the sockets. 16 to 1,000,000.
    /// </summary>
    public int DatagramsInFlight { get; init => field = InRange(value, 16, 1_000_000); } = 4_096;

    private static T InRange<T>(T value, T least, T most, [CallerMemberName] string name = "")
        where T : IComparable<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        return value;
    }
}
