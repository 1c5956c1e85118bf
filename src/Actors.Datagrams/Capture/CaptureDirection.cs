namespace Actors.Datagrams.Capture;

/// <summary>
/// Which way a datagram went. The numbers are those of <c>epb_flags</c>, bits 0 and 1 (draft-ietf-opsawg-pcapng, section 4.3.1).
/// </summary>
public enum CaptureDirection
{
    /// <summary>The file does not say.</summary>
    Unknown = 0,

    /// <summary>It was received.</summary>
    In = 1,

    /// <summary>It was sent, or was to be: the comment says when the system refused.</summary>
    Out = 2,
}
