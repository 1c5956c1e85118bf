namespace Actors.Datagrams.Internal;

/// <summary>What one call sent, and how; for the counters.</summary>
internal struct SendOutcome
{
    public SendSummary Summary;
    public int SegmentedSends;
    public int SegmentationFallbacks;
}
