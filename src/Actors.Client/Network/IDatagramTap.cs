using Actors.Datagrams;

namespace Actors.Client.Network;

/// <summary>Sees every datagram of a socket, in and out: <c>--capture</c>.</summary>
internal interface IDatagramTap
{
    void Sent(EndpointKey local, EndpointKey remote, ReadOnlySpan<byte> payload);

    void Received(EndpointKey local, EndpointKey remote, ReadOnlySpan<byte> payload);
}
