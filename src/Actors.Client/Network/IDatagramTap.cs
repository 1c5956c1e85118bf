using Actors.Datagrams;

namespace Actors.Client.Network;

/// <summary>Sees every datagram of a socket, in and out, and what became of it where that is not the usual.</summary>
internal interface IDatagramTap
{
    void Sent(EndpointKey local, EndpointKey remote, ReadOnlySpan<byte> payload, string? comment = null);

    void Received(EndpointKey local, EndpointKey remote, ReadOnlySpan<byte> payload, string? comment = null);
}
