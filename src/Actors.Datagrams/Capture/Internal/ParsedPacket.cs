namespace Actors.Datagrams.Capture.Internal;

/// <summary>What <see cref="UdpPacket"/> reads out of an IP packet.</summary>
internal struct ParsedPacket(EndpointKey source, EndpointKey destination)
{
    public readonly EndpointKey Source => source;

    public readonly EndpointKey Destination => destination;

    /// <summary>Where the payload begins in the packet.</summary>
    public int PayloadStart { get; set; }

    /// <summary>How much of it is there.</summary>
    public int PayloadBytes { get; set; }

    /// <summary>How long it was.</summary>
    public int PayloadLength { get; set; }

    public bool? ChecksumIsRight { get; set; }
}
