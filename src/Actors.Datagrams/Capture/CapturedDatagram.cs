namespace Actors.Datagrams.Capture;

/// <summary>One UDP datagram as it was read from a capture.</summary>
/// <param name="At">When, to the 100 ns.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="Destination">Whom it was sent to.</param>
/// <param name="Direction">Which way it went, seen from who captured it.</param>
/// <param name="Payload">Its payload, as much of it as the file holds.</param>
/// <param name="PayloadLength">The length of its whole payload, in bytes.</param>
/// <param name="ChecksumIsRight">
/// Whether its checksums match its bytes (RFC 791, RFC 768); null where the file holds too little of it to say.
/// </param>
/// <param name="Comment">The first comment on it, or null.</param>
public sealed record CapturedDatagram(
    DateTimeOffset At,
    EndpointKey Source,
    EndpointKey Destination,
    CaptureDirection Direction,
    ReadOnlyMemory<byte> Payload,
    int PayloadLength,
    bool? ChecksumIsRight,
    string? Comment);
