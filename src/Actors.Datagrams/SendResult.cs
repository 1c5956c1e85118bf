namespace Actors.Datagrams;

/// <summary>What became of one datagram.</summary>
/// <param name="Refusal">Why it was refused, or <see cref="SendRefusal.None"/>.</param>
public readonly record struct SendResult(SendRefusal Refusal)
{
    /// <summary>Whether the system took it.</summary>
    public bool Sent => Refusal == SendRefusal.None;
}
