using System.Net;

namespace Actors.Client.Load;

/// <summary>What a load is to be.</summary>
/// <param name="Target">Where the chat is.</param>
/// <param name="Members">How many members take part, 1 to <see cref="MostMembers"/>.</param>
/// <param name="Senders">How many of them speak, in turns: 1 to <paramref name="Members"/>.</param>
/// <param name="Payload">Bytes of a line: <see cref="LoadLine.Bytes"/> to <see cref="LoadLine.MostBytes"/>.</param>
/// <param name="Window">How many messages are in flight; 0 where <paramref name="Rate"/> rules.</param>
/// <param name="Rate">How many messages a second are said, in total; 0 where <paramref name="Window"/> rules.</param>
/// <param name="Heartbeat">How often each member beats.</param>
/// <param name="JoinTime">Over how long the members join.</param>
/// <param name="Warmup">For how long messages are said before anything is counted.</param>
/// <param name="Duration">For how long they are said and counted.</param>
/// <param name="Messages">After how many counted ones it ends, whatever the time.</param>
/// <param name="ServerPid">The server's process, when it runs on this machine and its costs are to be told.</param>
/// <param name="SilentShare">The share of the members that falls silent, 0 to 1.</param>
/// <param name="SilentAfter">How long after the counting began.</param>
internal sealed record LoadOptions(
    IPEndPoint Target,
    int Members,
    int Senders,
    int Payload,
    int Window,
    double Rate,
    TimeSpan Heartbeat,
    TimeSpan JoinTime,
    TimeSpan Warmup,
    TimeSpan Duration,
    long Messages,
    int? ServerPid,
    double SilentShare,
    TimeSpan SilentAfter)
{
    /// <summary>What 127.1.0.0 and on, an address each, leave room for with much to spare.</summary>
    public const int MostMembers = 1_000_000;

    /// <summary>
    /// How long a message is in flight at most: 1 s, far beyond any queue that is worth measuring; and 10 µs for each member, ten times
    /// what a delivery costs.
    /// </summary>
    public TimeSpan GiveUp => TimeSpan.FromSeconds(1) + TimeSpan.FromMicroseconds(10.0 * Members);

    /// <summary>The members that beat to the end; the others, the last ones, fall silent.</summary>
    public int Loyal => Math.Max(Senders, Members - (int)Math.Round(Members * SilentShare));
}
