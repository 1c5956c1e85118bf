using System.Globalization;
using Actors.Benchmarks.Processes;

namespace Actors.Benchmarks.Soak;

/// <summary>What a load and its hub counted, hop by hop: what went in must be what came out and what was dropped.</summary>
internal sealed class SoakCounts
{
    // What the hub, or the kernel for it, drops before it looks at a datagram; everything else is dropped on its way out.
    private static readonly string[] AtTheDoor = ["kernel-buffer-full", "pool-empty", "receive-failed"];

    private readonly int _members;
    private readonly LoadResult.Totals _load;
    private readonly long _received;
    private readonly long _droppedIn;
    private readonly long _sent;
    private readonly long _droppedOut;

    internal SoakCounts(int members, LoadResult.Totals load, HubStats before, HubStats after)
    {
        (_members, _load) = (members, load);
        _received = after["received"] - before["received"];
        _sent = after["sent"] - before["sent"];
        _droppedIn = Dropped(after, AtTheDoor.Contains) - Dropped(before, AtTheDoor.Contains);
        _droppedOut = Dropped(after, reason => !AtTheDoor.Contains(reason)) - Dropped(before, reason => !AtTheDoor.Contains(reason));
    }

    /// <summary>Whether the hub has counted everything that was sent to it.</summary>
    internal bool AllIn => _load.Sent == _received + _droppedIn;

    /// <summary>Deliveries that the hub sent, or counted as dropped.</summary>
    internal long Due => _sent + _droppedOut;

    /// <summary>What does not add up; empty when all does.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!AllIn) yield return Text($"to the hub: {_load.Sent} sent are not {_received} received and {_droppedIn} dropped");
        // Which of those dropped at the door were messages, nobody knows; the others are joins, heartbeats and quits.
        var (least, most) = ((_load.Messages - _droppedIn) * _members, _load.Messages * _members);
        if (Due % _members != 0 || Due < least || Due > most)
            yield return Text($"in the hub: {least} to {most} deliveries were due, and not {_sent} sent and {_droppedOut} dropped");
        if (_sent != _load.Received + _load.KernelDropped)
            yield return Text($"to the members: {_sent} sent are not {_load.Received} received and {_load.KernelDropped} dropped");
    }

    public override string ToString() =>
        Text($"{_load.Sent} to the hub = {_received} received + {_droppedIn} dropped; ")
        + Text($"{Due} deliveries due = {_sent} sent + {_droppedOut} dropped; ")
        + Text($"{_sent} = {_load.Received} received by members + {_load.KernelDropped} dropped at their sockets");

    private static long Dropped(HubStats stats, Func<string, bool> which) =>
        stats.Dropped.Where(dropped => which(dropped.Reason)).Sum(dropped => dropped.Datagrams);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
