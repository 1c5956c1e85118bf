namespace Actors.Datagrams.Capture;

/// <summary>What a <see cref="PcapngReader"/> met.</summary>
public enum PcapngReadStatus
{
    /// <summary>A datagram.</summary>
    Datagram,

    /// <summary>The end of the file, after a whole block.</summary>
    End,

    /// <summary>The end of the file within a block: its writer was cut off. What was read before it holds.</summary>
    Cut,

    /// <summary>Bytes that are no pcapng. What was read before them holds.</summary>
    Malformed,
}
