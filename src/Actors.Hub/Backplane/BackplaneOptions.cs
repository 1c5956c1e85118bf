namespace Actors.Hub.Backplane;

/// <summary>How a hub shares its rooms with others (<c>hub.backplane</c>).</summary>
public sealed record BackplaneOptions
{
    /// <summary>The <see cref="Kind"/> that shares nothing.</summary>
    public const string None = "none";

    /// <summary>Longest <see cref="Heartbeat"/>.</summary>
    public static readonly TimeSpan MaxHeartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Shortest <see cref="Heartbeat"/>: below it, the broker would carry little else.</summary>
    public static readonly TimeSpan MinHeartbeat = TimeSpan.FromMilliseconds(100);

    /// <summary>Shortest <see cref="NodeTimeout"/>.</summary>
    public static readonly TimeSpan MinNodeTimeout = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest <see cref="NodeTimeout"/>.</summary>
    public static readonly TimeSpan MaxNodeTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Largest <see cref="QueueMessages"/>.</summary>
    public const int MaxQueueMessages = 1_000_000;

    /// <summary>The defaults.</summary>
    public static BackplaneOptions Default { get; } = new();

    /// <summary>What carries it, by the name that the composition root knows it by; <see cref="None"/> for a hub on its own.</summary>
    public string Kind { get; init; } = None;

    /// <summary>
    /// Messages that may wait to cross; beyond it the oldest is dropped. 1 to <see cref="MaxQueueMessages"/>. 10,000: 20 s of 500 messages
    /// a second; 10 MB of ordinary ones; and a broker that confirms 40,000 a second takes them all within the 0.3 s after its return.
    /// </summary>
    public int QueueMessages { get; init; } = 10_000;

    /// <summary>
    /// How often a node says that it lives; <see cref="MinHeartbeat"/> to <see cref="MaxHeartbeat"/>. Changes of its roster go with it, so
    /// this is also how late the others see them.
    /// </summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// After how much silence a node is lost; <see cref="MinNodeTimeout"/> to <see cref="MaxNodeTimeout"/>, and at least twice the
    /// <see cref="Heartbeat"/>. 4 s: a broker may hang for 3 s, and the beat before that be 500 ms old.
    /// </summary>
    public TimeSpan NodeTimeout { get; init; } = TimeSpan.FromSeconds(4);
}
