using Akka.Dispatch;

namespace Actors.Engine.Simulation;

/// <summary>
/// Sums a run up: each step's time, actor, message type and sender, in order. FNV-1a over 64 bits, whose value does not change between
/// processes as that of <see cref="object.GetHashCode"/> does.
/// </summary>
internal sealed class TraceHash
{
    private const ulong Prime = 0x100000001B3;

    internal ulong Value { get; private set; } = 0xCBF29CE484222325;

    internal int Steps { get; private set; }

    internal void Add(long nowTicks, IRunnable run)
    {
        Steps++;
        Add(nowTicks);
        if (run is not ActorMailbox mailbox)
        {
            Add(run.GetType().FullName!);
            return;
        }

        var (message, sender) = mailbox.Next;
        Add(mailbox.Cell.Self.Path.ToStringWithoutAddress());
        Add(mailbox.Cell.Self.Path.Uid);
        Add(message?.GetType().FullName ?? "");
        Add(sender?.Path.ToStringWithoutAddress() ?? "");
    }

    private void Add(long number)
    {
        for (var shift = 0; shift < 64; shift += 8) Mix((byte)(number >> shift));
    }

    private void Add(string text)
    {
        foreach (var c in text)
        {
            Mix((byte)c);
            Mix((byte)(c >> 8));
        }

        // A text's end, so that two texts are not the one that they would make together.
        Mix(0xFF);
        Mix(0xFF);
    }

    private void Mix(byte octet) => Value = unchecked((Value ^ octet) * Prime);
}
