namespace Actors.Datagrams.Tests.Contract;

/// <summary>The receive loop on the base class library's socket; on every system.</summary>
public sealed class PortableUdpReceiveLoopSpecs() : UdpReceiveLoopContract(DatagramPath.Portable);
