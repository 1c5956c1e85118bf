namespace Actors.Client.Measuring;

/// <summary>How to ping.</summary>
/// <param name="Count">Probes.</param>
/// <param name="Interval">Between one and the next.</param>
/// <param name="Timeout">For how long the last may be under way.</param>
/// <param name="Size">Bytes of a probe.</param>
internal sealed record PingOptions(int Count, TimeSpan Interval, TimeSpan Timeout, int Size);
