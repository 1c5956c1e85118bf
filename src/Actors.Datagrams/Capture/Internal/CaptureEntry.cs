namespace Actors.Datagrams.Capture.Internal;

/// <summary>A datagram that waits to be written. The payload is rented, and may be longer than it says.</summary>
internal readonly record struct CaptureEntry(
    DateTimeOffset At,
    EndpointKey Source,
    EndpointKey Destination,
    CaptureDirection Direction,
    byte[] Payload,
    int Length,
    string? Comment);
