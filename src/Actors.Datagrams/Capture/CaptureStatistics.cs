namespace Actors.Datagrams.Capture;

/// <summary>What a capture counted, as it stands at the end of its file.</summary>
/// <param name="Seen">Datagrams that were offered to it.</param>
/// <param name="Dropped">Those of them that are not in it, because the writer could not keep up.</param>
/// <param name="Comment">The same in words, or null.</param>
public sealed record CaptureStatistics(long Seen, long Dropped, string? Comment);
