using Actors.Datagrams;

namespace Actors.Client.Network;

/// <summary>One datagram that was received.</summary>
/// <param name="Bytes">What it holds: 0 to 65,507 bytes.</param>
/// <param name="From">Its sender.</param>
/// <param name="Timestamp">When, by <see cref="TimeProvider.GetTimestamp"/>.</param>
internal sealed record Datagram(byte[] Bytes, EndpointKey From, long Timestamp);
